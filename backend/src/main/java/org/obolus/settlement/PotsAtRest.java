package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Months;
import org.obolus.database.Sql;

/**
 * Lets money flow back into many people's funds only while no pot is waiting to be moved, because a pot is measured by
 * what the funds were when its month closed (rule 7).
 */
@ApplicationScoped
class PotsAtRest {

    private static final String WAITING = """
            select exists (select from months where state = 'closed' and pots_moved_at is null) as waiting""";

    private final Months months;

    PotsAtRest(Months months) {
        this.months = months;
    }

    /** Holds the open month until the transaction ends; answers false when a month has to be closed or moved first. */
    Uni<Boolean> hold(SqlConnection connection) {
        return months.hold(connection)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().item(false)
                        : Sql.one(connection, WAITING, Tuple.tuple(), row -> !row.getBoolean("waiting")));
    }

    /** As {@link #hold}, but fails with {@link SettlementRefused.PotsMoving}. */
    Uni<Void> require(SqlConnection connection) {
        return hold(connection)
                .invoke(atRest -> {
                    if (!atRest) {
                        throw new SettlementRefused.PotsMoving();
                    }
                })
                .replaceWithVoid();
    }
}
