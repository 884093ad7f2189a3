package org.obolus.client;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one of many registrations.
 *
 * @param url the address as it was sent
 * @param thing what is known of it now, unless it was refused
 * @param problem why it was refused
 */
public record Outcome(String url, Status status, Optional<Thing> thing, Optional<Problem> problem) {

    public Outcome {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(status, "status");
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
