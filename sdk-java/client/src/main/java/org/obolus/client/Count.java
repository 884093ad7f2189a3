package org.obolus.client;

import java.util.Objects;

/** How often a thing was flattred, and by how many people. */
public record Count(ThingId thing, long flattrs, long supporters) {

    public Count {
        Objects.requireNonNull(thing, "thing");
    }
}
