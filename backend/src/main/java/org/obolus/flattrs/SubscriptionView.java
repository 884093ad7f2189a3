package org.obolus.flattrs;

import java.time.Instant;
import org.obolus.calendar.Month;
import org.obolus.things.ThingId;

/**
 * A subscription as its supporter sees it.
 *
 * @param months for how many; null goes on until it is stopped
 * @param counted how many of them were flattred
 * @param missed the last month in which it was not flattred, though it was not paused
 */
record SubscriptionView(
        ThingId thing,
        Integer months,
        int counted,
        Subscription.State state,
        Instant madeAt,
        Instant pausedAt,
        Instant endedAt,
        MissedMonth missed) {

    /** A month without a flattr; the reason is the name of the problem that a click would have met. */
    record MissedMonth(Month month, String reason, String detail) {

        static MissedMonth of(Miss miss) {
            return new MissedMonth(miss.month(), miss.reason().toString(), miss.sentence());
        }
    }

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.thing(),
                subscription.term().months().orElse(null),
                subscription.counted(),
                subscription.state(),
                subscription.madeAt(),
                subscription.pausedAt().orElse(null),
                subscription.endedAt().orElse(null),
                subscription.miss().map(MissedMonth::of).orElse(null));
    }
}
