package org.obolus.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/** The calendar clock: the database's own, plus the offset by which development and tests moved it. */
@ApplicationScoped
public class Calendar {

    private static final String NOW = "select calendar_now() as now";
    private static final String MOVE = """
            update calendar set shift = shift + ($1 - calendar_now()) where calendar_now() < $1 returning shift""";

    private final Transactions transactions;
    private final CalendarConfig config;

    Calendar(Transactions transactions, CalendarConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    public Uni<Instant> now() {
        return transactions.read(connection -> Sql.one(
                connection,
                NOW,
                Tuple.tuple(),
                row -> row.getOffsetDateTime("now").toInstant()));
    }

    /**
     * Moves the calendar forward to an instant.
     *
     * @throws Unacceptable.Invalid when the instant is past already, or this server's calendar may not be moved
     */
    public Uni<Void> moveTo(Instant instant) {
        if (!config.movable()) {
            throw new Unacceptable.Invalid("to", "The calendar of this server cannot be moved.");
        }
        return transactions
                .run(connection ->
                        Sql.run(connection, MOVE, Tuple.of(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))))
                .invoke(moved -> {
                    if (moved == 0) {
                        throw new Unacceptable.Invalid("to", "The calendar only goes forward, and that is past.");
                    }
                })
                .replaceWithVoid();
    }
}
