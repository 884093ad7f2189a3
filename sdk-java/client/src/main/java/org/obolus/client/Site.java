package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A site that the caller has claimed, and what to place there to prove it: one of them, the strongest first.
 *
 * @param dueAt when a contest will be decided
 * @param waitsSince since when the contest waits for an operator, because both sides show equally strong proofs
 * @param lostAt when the site is the caller's no longer, unless the proof, which is gone, is back by then
 * @param dnsName the name of a TXT record that says {@code dnsText}
 * @param fileUrl where a file with {@code fileLine} in it would be looked for
 * @param metaTag what could stand in the head of the home page instead
 * @param profileLink a link to the caller's profile that could stand there, too
 * @param seenAt when the proof was last found
 */
public record Site(
        SiteHost host,
        State state,
        boolean optedOut,
        Optional<Instant> dueAt,
        Optional<Instant> waitsSince,
        Optional<Instant> lostAt,
        String token,
        Optional<String> dnsName,
        Optional<String> dnsText,
        URI fileUrl,
        String fileLine,
        String metaTag,
        Optional<String> profileLink,
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
