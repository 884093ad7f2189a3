package org.obolus.settlement;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.calendar.Months;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Takes a closed month through its stages: pots moved, shares computed, receivers credited, settled.
 *
 * <p>Each stage is written down when it is done, and each of its slices with its effect. So this can be killed at any
 * moment, started again, on another server, or on several at once: the result is the same to the micro (rule 17).
 */
@ApplicationScoped
class SettleMonth {

    private static final String POTS_MOVED = """
        update months set pots_moved_at = calendar_now()
        where month = $1 and state = 'closed' and pots_moved_at is null\
        """;
    private static final String LOCK = "select from months where month = $1 for no key update";
    private static final String HOLD_DECISIONS = "select from calendar for update";
    private static final String BEGIN = """
        update months set settling_at = calendar_now() where month = $1 and settling_at is null\
        """;
    private static final String SHARED = """
        update months set shared_at = calendar_now() where month = $1 and shared_at is null\
        """;
    private static final String SETTLED = """
        update months set state = 'settled', settled_at = calendar_now() where month = $1 and state = 'closed'\
        """;
    private static final String POOL = "select balance from ledger_accounts where name = 'pool:' || $1";

    private final Transactions transactions;
    private final Months months;
    private final Slices slices;
    private final Pots pots;
    private final ShareOut shareOut;
    private final CreditReceivers creditReceivers;
    private final TellOfMonths tell;

    SettleMonth(
            Transactions transactions,
            Months months,
            Slices slices,
            Pots pots,
            ShareOut shareOut,
            CreditReceivers creditReceivers,
            TellOfMonths tell) {
        this.transactions = transactions;
        this.months = months;
        this.slices = slices;
        this.pots = pots;
        this.shareOut = shareOut;
        this.creditReceivers = creditReceivers;
        this.tell = tell;
    }

    /** Moves a closed month's pots into its pool; answers whether all have moved. */
    Uni<Boolean> movePots(Month month) {
        return stage(month, connection -> pots.plan(connection, month))
                .chain(state -> state.potsMovedAt().isPresent()
                        ? Uni.createFrom().item(true)
                        : slices.work(month, Slice.Stage.POTS, pots::move)
                                .call(done -> done
                                        ? potsMoved(month)
                                        : Uni.createFrom().voidItem()));
    }

    /** Settles a closed month as far as it goes; answers whether it is settled, false while others still work on it. */
    Uni<Boolean> settle(Month month) {
        return movePots(month).chain(moved -> moved ? shareAndCredit(month) : notYet());
    }

    private Uni<Boolean> shareAndCredit(Month month) {
        return vacuum(month)
                .chain(() -> begin(month))
                .chain(state -> state.sharedAt().isPresent()
                        ? Uni.createFrom().item(true)
                        : slices.work(month, Slice.Stage.SHARES, shareOut::share))
                .chain(shared -> shared ? credit(month) : notYet());
    }

    private Uni<Boolean> credit(Month month) {
        return stage(
                        month,
                        connection -> Sql.run(connection, SHARED, Tuple.of(month.firstDay()))
                                .chain(first -> first > 0
                                        ? creditReceivers.plan(connection, month)
                                        : Uni.createFrom().voidItem()))
                .chain(state -> state.stage() == Stage.SETTLED
                        ? Uni.createFrom().item(true)
                        : slices.work(month, Slice.Stage.CREDITS, creditReceivers::credit)
                                .chain(credited -> credited ? finish(month) : notYet()));
    }

    /** Decisions about claims wait for this short transaction, so that each is before or after the instant (rule 10). */
    private Uni<MonthState> begin(Month month) {
        return transactions.run(connection -> connection
                .query(HOLD_DECISIONS)
                .execute()
                .chain(() -> Sql.run(connection, BEGIN, Tuple.of(month.firstDay())))
                .chain(first -> first > 0
                        ? shareOut.plan(connection, month)
                        : Uni.createFrom().voidItem())
                .chain(() -> state(connection, month)));
    }

    private Uni<Boolean> finish(Month month) {
        return transactions
                .run(connection -> lock(connection, month)
                        .chain(() ->
                                Sql.first(connection, POOL, Tuple.of(month.toString()), row -> row.getLong("balance")))
                        .invoke(pool -> mustBeEmpty(month, pool.orElse(0L)))
                        .chain(() -> Sql.run(connection, SETTLED, Tuple.of(month.firstDay())))
                        .call(first -> first > 0
                                ? tell.settled(connection, month)
                                : Uni.createFrom().voidItem()))
                .invoke(settled -> Log.infof("Settled %s", month))
                .replaceWith(true);
    }

    /** The whole month hangs on this equation; when it does not hold nothing more is booked and people are called. */
    private static void mustBeEmpty(Month month, long pool) {
        if (pool != 0) {
            throw new IllegalStateException("The pool of " + month + " holds " + pool + " micros after settling");
        }
    }

    private Uni<Void> potsMoved(Month month) {
        return transactions
                .run(connection -> Sql.run(connection, POTS_MOVED, Tuple.of(month.firstDay()))
                        .call(first -> first > 0
                                ? tell.provisional(connection, month)
                                : Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    /**
     * Makes the month's flattrs readable from their key alone, and the size of both tables known to the planner; nothing
     * is written to them any more.
     */
    private Uni<Void> vacuum(Month month) {
        var tables = "flattrs_%1$s, pots_%1$s".formatted(month.toString().replace('-', '_'));
        return transactions
                .read(connection ->
                        connection.query("vacuum (analyze) " + tables).execute())
                .replaceWithVoid();
    }

    private Uni<MonthState> stage(Month month, Function<SqlConnection, Uni<Void>> plan) {
        return transactions.run(connection -> lock(connection, month)
                .chain(() -> state(connection, month))
                .call(state -> state.stage() == Stage.CLOSED
                        ? plan.apply(connection)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> lock(SqlConnection connection, Month month) {
        return Sql.run(connection, LOCK, Tuple.of(month.firstDay())).replaceWithVoid();
    }

    private Uni<MonthState> state(SqlConnection connection, Month month) {
        return months.state(connection, month).map(found -> {
            var state = found.orElseThrow(() -> new SettlementRefused.UnknownMonth(month));
            if (state.stage() == Stage.OPEN) {
                throw new SettlementRefused.StillOpen(month);
            }
            return state;
        });
    }

    private static Uni<Boolean> notYet() {
        return Uni.createFrom().item(false);
    }
}
