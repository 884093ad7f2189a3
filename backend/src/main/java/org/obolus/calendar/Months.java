package org.obolus.calendar;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * The accounting periods: which month is open, and the one way to write into it.
 *
 * <p>Every write to clicks, funds or budgets holds the open month's row shared until it commits; closing takes the row
 * exclusively. So a write is in one month or the next, and never in a closed one (money.md, rules 6 and 7).
 */
@ApplicationScoped
public class Months {

    private static final String LOCK_OPEN = """
            select month, month < calendar_month() as over from months where state = 'open' for share""";
    private static final String CLOSE = """
            update months set state = 'closed', closed_at = calendar_now(), fee_percent = $1
            where state = 'open' and month < calendar_month()
            returning month""";
    private static final String OPEN = "insert into months (month) values ($1) on conflict do nothing";
    private static final String OPEN_FIRST = """
            insert into months (month) select calendar_month() where not exists (select from months)
            on conflict do nothing returning month""";

    private final Transactions transactions;
    private final CalendarConfig config;
    private final Instance<MonthOpened> openings;

    Months(Transactions transactions, CalendarConfig config, @Any Instance<MonthOpened> openings) {
        this.transactions = transactions;
        this.config = config;
        this.openings = openings;
    }

    /** Runs the work in a transaction inside the open month; a month that is over is closed first. */
    public <T> Uni<T> inOpenMonth(BiFunction<SqlConnection, Month, Uni<T>> work) {
        return transactions
                .run(connection -> hold(connection)
                        .map(open -> open.orElseThrow(MonthIsOver::new))
                        .chain(month -> work.apply(connection, month)))
                .onFailure(MonthIsOver.class)
                .recoverWithUni(() -> closeWhatIsOver().chain(() -> inOpenMonth(work)));
    }

    /** Holds the open month for the caller's transaction; empty when it is over and has to be closed first. */
    public Uni<Optional<Month>> hold(SqlConnection connection) {
        return Sql.first(connection, LOCK_OPEN, Tuple.tuple(), Months::unlessOver)
                .map(open -> open.flatMap(month -> month));
    }

    /** Holds the open month alone until the caller's transaction ends: no click, top-up or budget is then in flight. */
    public Uni<Void> holdAlone(SqlConnection connection) {
        return Sql.run(connection, "select from months where state = 'open' for update", Tuple.tuple())
                .chain(held -> held > 0 ? Uni.createFrom().voidItem() : holdAlone(connection));
    }

    /** Closes every month that is over and opens the current one; does nothing when that is done. */
    public Uni<Void> closeWhatIsOver() {
        return transactions
                .run(this::closeOne)
                .chain(closed -> closed ? closeWhatIsOver() : Uni.createFrom().voidItem());
    }

    /** Every month there is, newest first. */
    public Uni<List<MonthState>> all() {
        return transactions.read(connection ->
                Sql.list(connection, "select * from months order by month desc", Tuple.tuple(), MonthState::of));
    }

    public Uni<Optional<MonthState>> state(SqlConnection connection, Month month) {
        return Sql.first(
                connection, "select * from months where month = $1", Tuple.of(month.firstDay()), MonthState::of);
    }

    private static Optional<Month> unlessOver(Row open) {
        return open.getBoolean("over") ? Optional.empty() : Optional.of(Month.of(open.getLocalDate("month")));
    }

    private Uni<Boolean> closeOne(SqlConnection connection) {
        return Sql.first(connection, CLOSE, Tuple.of(config.feePercent()), row -> Month.of(row.getLocalDate("month")))
                .chain(closed -> closed.isPresent() ? openNext(connection, closed.get()) : openFirst(connection));
    }

    private Uni<Boolean> openNext(SqlConnection connection, Month closed) {
        Log.infof("Closed %s, opened %s", closed, closed.next());
        return Sql.run(connection, OPEN, Tuple.of(closed.next().firstDay()))
                .chain(() -> prepare(connection, closed.next()))
                .replaceWith(true);
    }

    private Uni<Boolean> openFirst(SqlConnection connection) {
        return Sql.first(connection, OPEN_FIRST, Tuple.tuple(), row -> Month.of(row.getLocalDate("month")))
                .chain(first -> first.isPresent()
                        ? prepare(connection, first.get())
                        : Uni.createFrom().voidItem())
                .replaceWith(false);
    }

    private Uni<Void> prepare(SqlConnection connection, Month month) {
        var prepared = Uni.createFrom().voidItem();
        for (var opening : openings) {
            prepared = prepared.chain(() -> opening.opened(connection, month));
        }
        return prepared;
    }

    /** Rolls a transaction back that came too late for its month. */
    private static final class MonthIsOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MonthIsOver() {
            super(null, null, false, false);
        }
    }
}
