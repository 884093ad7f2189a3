package org.obolus.client;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one of many registrations.
 *
 * @param url the address as it was sent
 * @param thing what is known of it now, unless it was refused
 * @param owned whether it is the caller's; what others say about it is not taken
 * @param problem why it was refused
 */
public record Outcome(
        String url, Status status, Optional<Thing> thing, Optional<Boolean> owned, Optional<Problem> problem) {

    public Outcome {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(status, "status");
    }

    /** Of a server that does not say whose it is. */
    public Outcome(String url, Status status, Optional<Thing> thing, Optional<Problem> problem) {
        this(url, status, thing, Optional.empty(), problem);
    }

    /** A thing that its owner described in other words before is changed. */
    public enum Status {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
