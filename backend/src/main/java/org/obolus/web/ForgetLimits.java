package org.obolus.web;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Removes the counts of keys that have everything back: they begin as if they had never been here. */
@ApplicationScoped
class ForgetLimits {

    private static final String FORGET = """
        delete from rate_limits where key in (
            select key from rate_limits where full_at < clock_timestamp() order by full_at limit 10000
            for update skip locked)\
        """;

    private final Transactions transactions;

    ForgetLimits(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .run(connection -> Sql.run(connection, FORGET, Tuple.tuple()))
                .replaceWithVoid();
    }
}
