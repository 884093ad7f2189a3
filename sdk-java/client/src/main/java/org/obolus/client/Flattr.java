package org.obolus.client;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;

/** One of the caller's flattrs: a thing, in a month. */
public record Flattr(ThingId thing, YearMonth month, Instant givenAt) {

    public Flattr {
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(givenAt, "givenAt");
    }
}
