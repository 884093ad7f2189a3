package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody on another platform by what it calls them for ever: {@code github:user:id:583231}. Their page here has an
 * address of its own, which stays whatever they call themselves.
 *
 * @throws IllegalArgumentException when no platform would call anybody that
 */
public record PlatformUserId(PlatformName platform, String id) {

    private static final String BETWEEN = ":user:id:";
    private static final Pattern PATH = Pattern.compile("/on/([^/]+)/([^/]+)/?");
    private static final Pattern WRITTEN = Pattern.compile("(?!\\.{1,2}$)[!-~&&[^/\\\\]]{1,200}");

    public PlatformUserId {
        if (!WRITTEN.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an id on " + platform);
        }
    }

    /** Reads what {@link #identity} writes; empty for identities of other kinds. */
    public static Optional<PlatformUserId> of(IdentityName name) {
        return of(name.value());
    }

    static Optional<PlatformUserId> of(String written) {
        var at = written.indexOf(BETWEEN);
        return at < 0 ? Optional.empty() : of(written.substring(0, at), written.substring(at + BETWEEN.length()));
    }

    /** Reads what {@link #path} writes, in all the ways in which an address can be escaped. */
    public static Optional<PlatformUserId> ofPath(String path) {
        var match = PATH.matcher(path);
        return match.matches() ? of(decoded(match.group(1)), decoded(match.group(2))) : Optional.empty();
    }

    public IdentityName identity() {
        return IdentityName.of(platform, id);
    }

    /** Where their page is on this server. */
    public String path() {
        return "/on/" + platform + "/" + encoded(id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** From the two parts of an address. */
    public static Optional<PlatformUserId> of(String platform, String id) {
        try {
            return Optional.of(new PlatformUserId(new PlatformName(platform), id));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return "";
        }
    }
}
