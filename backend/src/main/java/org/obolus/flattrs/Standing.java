package org.obolus.flattrs;

import java.time.Instant;
import java.util.Optional;

/** How a supporter and a thing stand to each other in the open month: flattred, or a click that waits for means. */
public record Standing(Optional<Instant> flattredAt, Optional<Instant> waitsUntil) {

    public static final Standing NONE = new Standing(Optional.empty(), Optional.empty());

    public boolean isFlattred() {
        return flattredAt.isPresent();
    }

    public boolean isWaiting() {
        return waitsUntil.isPresent();
    }
}
