package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.Giver;
import org.obolus.things.ThingId;
import org.obolus.things.Things;

/** Gives a flattr and says so as Flattr did; a refusal is that of the door. */
@ApplicationScoped
class Giving {

    private static final String DONE = "Thing was successfully flattred";

    private final Flattrs flattrs;
    private final Things things;
    private final Offered offered;
    private final ReadObjects objects;

    Giving(Flattrs flattrs, Things things, Offered offered, ReadObjects objects) {
        this.flattrs = flattrs;
        this.things = things;
        this.offered = offered;
        this.objects = objects;
    }

    Uni<Map<String, Object>> to(Giver giver, ThingId thing) {
        return flattrs.give(giver, thing, Optional.empty()).chain(given -> done(given.thing()));
    }

    /** What is at an address, or what an auto-submit address offers. */
    Uni<Map<String, Object>> at(Giver giver, String url) {
        return flattrs.give(giver, offered.by(url).url(), Optional.empty()).chain(given -> done(given.thing()));
    }

    private Uni<Map<String, Object>> done(ThingId thing) {
        return things.find(thing)
                .chain(found -> objects.miniThing(found.orElseThrow()))
                .map(mini -> {
                    var answer = ApiObjects.ok(DONE);
                    answer.put("thing", mini);
                    return answer;
                });
    }
}
