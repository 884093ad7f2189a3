package org.obolus.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.identities.AddresseeId;
import org.obolus.identities.PlatformUserId;
import org.obolus.identities.ProfileLinks;
import org.obolus.web.OwnPaths;
import org.obolus.web.WebUrl;

/** The addresses of this server by which pages name their people. */
@ApplicationScoped
class OurAddresses {

    private static final String SUBMISSION = "/submit/auto";
    private static final String PEOPLE = "/on/";

    private final String url;
    private final OwnPaths paths;
    private final ProfileLinks profiles;
    private final String authority;

    OurAddresses(@ConfigProperty(name = "obolus.url") String url) {
        this.url = url.replaceFirst("/+$", "");
        var ours = WebUrl.of(url);
        this.paths = OwnPaths.below(url);
        this.profiles = new ProfileLinks(paths);
        this.authority = ours.origin().substring(ours.origin().indexOf("://") + 3);
    }

    /** What an auto-submit address says about the thing that it offers. */
    record Submission(String url, String username) {}

    ProfileLinks profiles() {
        return profiles;
    }

    Optional<Submission> submission(WebUrl address) {
        return paths.of(address)
                .filter(SUBMISSION::equals)
                .map(path -> parameters(address.query().orElse("")))
                .map(said -> new Submission(
                        said.getOrDefault("url", ""), said.getOrDefault("user_id", said.getOrDefault("owner", ""))));
    }

    /** Whose page of ours this is the address of, if it is that of somebody on another platform. */
    Optional<PlatformUserId> person(WebUrl address) {
        return below(address, PEOPLE).flatMap(PlatformUserId::ofPath);
    }

    /** The same of somebody who is known by an e-mail address alone. */
    Optional<AddresseeId> addressee(WebUrl address) {
        return below(address, PEOPLE).flatMap(AddresseeId::ofPath);
    }

    /** Hundreds of pages of others are told from ours by how they begin. */
    private Optional<String> below(WebUrl address, String path) {
        return address.key().startsWith(paths.prefix() + path) ? paths.of(address) : Optional.empty();
    }

    /** Where somebody on another platform has their page here. */
    ThingUrl of(PlatformUserId person) {
        return at(person.path());
    }

    /** The address of a page of ours. */
    ThingUrl at(String path) {
        return ThingUrl.of(url + path);
    }

    /** Whether a script, or its address, speaks of this server. */
    boolean areNamedIn(String script) {
        return script.contains(authority);
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
