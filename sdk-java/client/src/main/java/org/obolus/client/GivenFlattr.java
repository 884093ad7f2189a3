package org.obolus.client;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;

/** A flattr as an operator sees it. */
public record GivenFlattr(AccountId supporter, ThingId thing, YearMonth month, Instant givenAt) {

    public GivenFlattr {
        Objects.requireNonNull(supporter, "supporter");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(givenAt, "givenAt");
    }
}
