package org.obolus.flattrs;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Months;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Tries clicks that wait although there are means by now (what comes back from a settlement is no top-up), and removes
 * what nobody asks for any more: clicks that waited too long, and changes that every server has read.
 */
@ApplicationScoped
class ForgetJob {

    private static final String COULD_GIVE = """
            select distinct w.supporter_id from waiting_clicks w
            join budgets b on b.supporter_id = w.supporter_id and not b.paused
            join ledger_accounts funds on funds.name = 'funds:' || w.supporter_id and funds.balance > 0
            where w.expires_at > calendar_now() limit 1000""";
    private static final String EXPIRED = "delete from waiting_clicks where expires_at <= calendar_now()";
    private static final String TOLD = """
            delete from counter_changes where written_at < clock_timestamp() - interval '1 minute'
            and written_in < pg_snapshot_xmin(pg_current_snapshot())""";

    private final Transactions transactions;
    private final Months months;
    private final WaitingClicks waitingClicks;

    ForgetJob(Transactions transactions, Months months, WaitingClicks waitingClicks) {
        this.transactions = transactions;
        this.months = months;
        this.waitingClicks = waitingClicks;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .read(connection -> Sql.list(
                        connection, COULD_GIVE, Tuple.tuple(), row -> new AccountId(row.getLong("supporter_id"))))
                .chain(this::tryAll)
                .chain(() -> transactions.read(this::forget));
    }

    private Uni<Void> tryAll(List<AccountId> supporters) {
        return Multi.createFrom()
                .iterable(supporters)
                .onItem()
                .transformToUniAndConcatenate(supporter ->
                        months.inOpenMonth((connection, month) -> waitingClicks.gained(connection, month, supporter)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> forget(SqlConnection connection) {
        return Sql.run(connection, EXPIRED, Tuple.tuple())
                .chain(() -> Sql.run(connection, TOLD, Tuple.tuple()))
                .replaceWithVoid();
    }
}
