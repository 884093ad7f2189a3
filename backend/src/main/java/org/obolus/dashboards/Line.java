package org.obolus.dashboards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.calendar.Month;
import org.obolus.flattrs.Flattr;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;

/**
 * One flattr as its supporter reads it: with the thing that it was for.
 *
 * @param heldUntil when its share goes back, if nobody claims it
 */
record Line(Flattr flattr, Thing thing, LocalDate heldUntil) {

    static List<Line> of(List<Flattr> flattrs, List<Thing> things, Function<Month, LocalDate> heldUntil) {
        var byId = byId(things);
        return flattrs.stream()
                .map(flattr -> new Line(flattr, byId.get(flattr.thing()), heldUntil.apply(flattr.month())))
                .toList();
    }

    /** Whether nobody receives it yet. */
    public boolean isHeld() {
        return thing.identity().owner().isEmpty();
    }

    static Map<ThingId, Thing> byId(List<Thing> things) {
        return things.stream().collect(Collectors.toMap(Thing::id, Function.identity()));
    }

    public boolean isUnclaimed() {
        return thing.identity().owner().isEmpty();
    }

    public boolean isContested() {
        return thing.identity().contested();
    }

    public String maker() {
        return thing.maker();
    }
}
