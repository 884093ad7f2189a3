package org.obolus.social;

import java.util.List;
import org.obolus.flattrs.Count;
import org.obolus.things.Thing;

/**
 * A page of what was found.
 *
 * @param total how many were found; counted up to where lists end
 */
public record Found(Part part, int total, List<Entry> entries) {

    /** A thing of the catalogue, and how often it was flattred. */
    public record Entry(Thing thing, Count count) {}

    static Found nothing(Part part) {
        return new Found(part, 0, List.of());
    }

    /** Whether the total is all there is. */
    public boolean isTotalExact() {
        return total <= Part.DEEPEST;
    }

    public boolean hasNext() {
        return part.end() < Math.min(total, Part.DEEPEST) && part.end() + part.limit() <= Part.DEEPEST;
    }
}
