package org.obolus.flattrs;

import org.obolus.things.ThingId;

/** How often a thing was flattred in all months, and by how many different supporters. */
public record Count(ThingId thing, long flattrs, long supporters) {

    static Count none(ThingId thing) {
        return new Count(thing, 0, 0);
    }
}
