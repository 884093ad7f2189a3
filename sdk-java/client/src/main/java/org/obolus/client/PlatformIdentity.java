package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody on another platform who the caller is, by a log-in there.
 *
 * @param identity what never changes, like {@code github:user:id:4711}
 * @param platform like {@code github}, or {@code mastodon:social.example}
 * @param handle what the platform called them at the last log-in
 * @param contested whether another account claims the same person
 * @param dueAt when that is decided
 */
public record PlatformIdentity(
        String identity,
        String platform,
        String handle,
        Optional<String> name,
        URI profile,
        boolean contested,
        Optional<Instant> dueAt,
        boolean optedOut) {

    public PlatformIdentity {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(profile, "profile");
    }
}
