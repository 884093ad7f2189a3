package org.obolus.client;

import java.time.Instant;
import java.util.Objects;

/**
 * Money that came into the caller's funds or revenue, or left it.
 *
 * @param key what was booked; no two movements have the same
 * @param counterpart where it came from or went to, as the ledger calls it
 */
public record Movement(String key, Direction direction, Money amount, String counterpart, Instant bookedAt) {

    public Movement {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(bookedAt, "bookedAt");
    }

    /** Seen from the caller. */
    public enum Direction {
        IN,
        OUT,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
