package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.web.WebUrl;

/** How the addresses of profiles on a platform look, {@code https://github.com/{handle}}; what follows a ? or # is no part of it. */
final class ProfilePattern {

    private static final Pattern TEMPLATE = Pattern.compile("https?://([^/]+)(/.*)");
    private static final String ANY_SERVER = "{server}";
    private static final Pattern HOLE = Pattern.compile("\\{(handle|id)}");

    private final Directory directory;
    private final String bareHost;
    private final Pattern path;
    private final boolean isOfId;

    ProfilePattern(Directory directory, String template) {
        var parts = TEMPLATE.matcher(template);
        if (!parts.matches()) {
            throw new IllegalStateException("Not the address of a profile: " + template);
        }
        this.directory = directory;
        this.bareHost = bare(parts.group(1));
        this.isOfId = parts.group(2).contains("{id}");
        this.path = Pattern.compile(pathPattern(parts.group(2)));
    }

    /** Whose profile an address would be, if there is such a person. */
    record Profile(Directory directory, PlatformName platform, String written, boolean isId) {

        boolean isOfOnePlatform() {
            return platform.server().isEmpty();
        }

        Optional<PlatformUserId> id() {
            return PlatformUserId.of(platform + ":user:id:" + written);
        }

        /** A server shows people of others too, with their server behind the name: that one knows who they are. */
        Optional<PlatformHandle> handle() {
            var parts = written.split("@", 2);
            return parts.length == 2 && !isOfOnePlatform()
                    ? PlatformHandle.of(directory, parts[0], parts[1])
                    : Optional.of(written)
                            .filter(name -> !name.startsWith("@"))
                            .flatMap(name -> PlatformHandle.of(platform, name));
        }
    }

    /** Whether addresses there are of this one platform, not of whichever site. */
    boolean isOfOneHost() {
        return !bareHost.equals(ANY_SERVER);
    }

    /** @param there the bare host of the address: among hundreds, each is read by every pattern */
    Optional<Profile> read(WebUrl address, String there) {
        if (!isOn(there)) {
            return Optional.empty();
        }
        var match = path.matcher(address.path());
        if (!match.matches()) {
            return Optional.empty();
        }
        return platform(SiteHost.of(address))
                .map(platform -> new Profile(directory, platform, decoded(match.group(1)), isOfId));
    }

    private Optional<PlatformName> platform(SiteHost there) {
        try {
            return Optional.of(
                    directory.hasServers()
                            ? PlatformName.of(directory.kind(), there)
                            : new PlatformName(directory.kind()));
        } catch (IllegalArgumentException unheardOf) {
            return Optional.empty();
        }
    }

    boolean isOn(String there) {
        return !isOfOneHost() || there.equals(bareHost);
    }

    /** Where an address is, whether or not it is written with www. */
    static String bareHost(WebUrl address) {
        return bare(SiteHost.of(address).value());
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String pathPattern(String template) {
        var hole = HOLE.matcher(template);
        if (!hole.find()) {
            throw new IllegalStateException("No {handle} and no {id} in the address of a profile: " + template);
        }
        var end = template.substring(hole.end()).replaceFirst("/$", "");
        return Pattern.quote(template.substring(0, hole.start())) + "([^/]+)" + Pattern.quote(end) + "/?";
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return written;
        }
    }
}
