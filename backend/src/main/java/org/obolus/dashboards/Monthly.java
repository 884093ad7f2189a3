package org.obolus.dashboards;

import java.util.List;
import org.obolus.flattrs.Subscription;
import org.obolus.things.Thing;
import org.obolus.web.InWords;

/** One subscription as its supporter reads it: with the thing that it is for. */
record Monthly(Subscription subscription, Thing thing) {

    static List<Monthly> of(List<Subscription> subscriptions, List<Thing> things) {
        var byId = Line.byId(things);
        return subscriptions.stream()
                .map(subscription -> new Monthly(subscription, byId.get(subscription.thing())))
                .toList();
    }

    public String maker() {
        return thing.maker();
    }

    /** How long it goes on: {@code two months left}, {@code until you stop it}. */
    public String rest() {
        return subscription
                .monthsLeft()
                .map(left -> InWords.counted(left, "month") + " left")
                .orElse("until you stop it");
    }

    public String counted() {
        return InWords.counted(subscription.counted(), "month");
    }
}
