package org.obolus.client;

import java.time.Instant;
import java.util.Objects;

/** Somebody who shows it flattred something. */
public record Activity(String supporter, Thing thing, Instant givenAt) {

    public Activity {
        Objects.requireNonNull(supporter, "supporter");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(givenAt, "givenAt");
    }
}
