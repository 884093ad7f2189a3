package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Months;
import org.obolus.database.Batches;
import org.obolus.problems.Unacceptable;

/**
 * Writes the clicks together that arrive while earlier ones are being written: one lock on a hot thing's counter and one
 * fsync for many clicks. Each is answered only after its commit.
 */
@ApplicationScoped
class ClickQueue {

    private final Batches<Click, Outcome> batches;

    ClickQueue(Months months, GiveWithinLimits giveWithinLimits) {
        batches = new Batches<>(
                clicks -> months.inOpenMonth((connection, month) -> giveWithinLimits.give(connection, month, clicks)));
    }

    /** Fails with {@link Unacceptable.Overloaded} when more clicks wait than can be written in a moment. */
    Uni<Flattr> add(Click click) {
        return batches.add(click).chain(Outcome::answer);
    }
}
