package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A site that the caller has claimed, and what to place there to prove it: either of the two.
 *
 * @param dueAt when a contest will be decided
 * @param fileUrl where a file with {@code fileLine} in it would be looked for
 * @param metaTag what could stand in the head of the home page instead
 * @param seenAt when the proof was last found
 */
public record Site(
        SiteHost host,
        State state,
        boolean optedOut,
        Optional<Instant> dueAt,
        String token,
        URI fileUrl,
        String fileLine,
        String metaTag,
        Instant askedAt,
        Optional<Instant> seenAt) {

    public Site {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fileUrl, "fileUrl");
        Objects.requireNonNull(fileLine, "fileLine");
        Objects.requireNonNull(metaTag, "metaTag");
    }

    /** How far the proof is. */
    public enum State {
        ASKED,
        PROVEN,
        CONTESTED,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
