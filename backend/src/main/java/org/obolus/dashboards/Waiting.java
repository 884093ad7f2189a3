package org.obolus.dashboards;

import org.obolus.flattrs.WaitingClick;
import org.obolus.things.Thing;

/** A click that waits for a top-up, with the thing that it is for. */
record Waiting(WaitingClick click, Thing thing) {

    public String maker() {
        return thing.maker();
    }
}
