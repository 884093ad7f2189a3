package org.obolus.identities;

import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.web.UrlRefused;

/**
 * What somebody is called on a platform just now, without the {@code @} in front.
 *
 * @throws IllegalArgumentException when nobody could be called that
 */
record PlatformHandle(PlatformName platform, String value) {

    /** Nothing that would mean something in an address or in a page. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?!\\.{1,2}$)[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._·-]{0,99}|_[\\p{L}\\p{M}\\p{N}._·-]{0,99}");

    PlatformHandle {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Nobody is called that on " + platform);
        }
    }

    static Optional<PlatformHandle> of(PlatformName platform, String written) {
        var bare = written.startsWith("@") ? written.substring(1) : written;
        return WRITTEN.matcher(bare).matches() ? Optional.of(new PlatformHandle(platform, bare)) : Optional.empty();
    }

    /** On one of many servers; empty where none could be called that. */
    static Optional<PlatformHandle> of(Directory directory, String written, String server) {
        try {
            return of(PlatformName.of(directory.kind(), SiteHost.of(server)), written);
        } catch (IllegalArgumentException | UrlRefused noServer) {
            return Optional.empty();
        }
    }

    /** As mail addresses are written. */
    String account() {
        return value + platform.server().map(server -> "@" + server).orElse("");
    }

    @Override
    public String toString() {
        return platform.server().map(server -> "@" + value + "@" + server).orElse(platform + ":" + value);
    }
}
