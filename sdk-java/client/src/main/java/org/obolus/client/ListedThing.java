package org.obolus.client;

import java.util.Objects;

/** A thing in the catalogue, with its counts. */
public record ListedThing(Thing thing, long flattrs, long supporters) {

    public ListedThing {
        Objects.requireNonNull(thing, "thing");
    }
}
