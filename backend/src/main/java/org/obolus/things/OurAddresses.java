package org.obolus.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.web.WebUrl;

/** The addresses of this server by which pages name their people. */
@ApplicationScoped
class OurAddresses {

    private static final Pattern PROFILE = Pattern.compile("/(?:people|profile)/([^/]+)/?");
    private static final String SUBMISSION = "/submit/auto";

    private final String prefix;
    private final String authority;

    OurAddresses(@ConfigProperty(name = "obolus.url") String url) {
        var ours = WebUrl.of(url);
        var key = ours.key();
        this.prefix = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        this.authority = ours.origin().substring(ours.origin().indexOf("://") + 3);
    }

    /** What an auto-submit address says about the thing that it offers. */
    record Submission(String url, String username) {}

    /** The username whose page this is the address of. */
    Optional<String> profile(WebUrl address) {
        return path(address)
                .map(PROFILE::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1));
    }

    Optional<Submission> submission(WebUrl address) {
        return path(address)
                .filter(SUBMISSION::equals)
                .map(path -> parameters(address.query().orElse("")))
                .map(said -> new Submission(
                        said.getOrDefault("url", ""), said.getOrDefault("user_id", said.getOrDefault("owner", ""))));
    }

    /** Whether a script, or its address, speaks of this server. */
    boolean areNamedIn(String script) {
        return script.contains(authority);
    }

    /** The path below our own address, whichever scheme. */
    private Optional<String> path(WebUrl address) {
        var key = WebUrl.of(address.origin() + address.path()).key();
        return key.startsWith(prefix + "/") ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return written;
        }
    }
}
