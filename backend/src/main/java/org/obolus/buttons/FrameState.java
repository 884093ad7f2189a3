package org.obolus.buttons;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.Subscription;
import org.obolus.money.Money;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;

/**
 * What a frame has to know to draw its button for one person; amounts in micros.
 *
 * @param thing null for a page that is no thing yet
 * @param subscription null for what is not flattred every month
 * @param each what one of the person's flattrs of this month is worth now
 * @param eachWithOneMore what each would be worth after one more
 */
record FrameState(
        String state,
        ThingId thing,
        Subscription.State subscription,
        long flattrs,
        String title,
        String maker,
        int mine,
        Money each,
        Money eachWithOneMore,
        String currency,
        List<ShareLinks.Link> share) {

    static FrameState of(Button button, Count count, Optional<Subscription> monthly, String currency) {
        var month = button.month().orElseThrow();
        return new FrameState(
                button.state().name().toLowerCase(Locale.ROOT),
                button.target().thing().map(Thing::id).orElse(null),
                monthly.map(Subscription::state).orElse(null),
                count.flattrs(),
                button.target().title().orElse(""),
                button.target().maker(),
                month.flattrs(),
                month.each(),
                month.eachWithOneMore(),
                currency,
                button.share().links());
    }
}
