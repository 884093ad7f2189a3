package org.obolus.accounts;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Removes links and log-ins that have been over for a month: nobody asks for them any more. */
@ApplicationScoped
class ForgetJob {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String LINKS = "delete from mailed_links where expires_at < $1";
    private static final String GRANTS = "delete from grants where expires_at < $1";

    private final Transactions transactions;
    private final Clock clock;

    ForgetJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        var before = Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
        return transactions
                .run(connection -> Sql.run(connection, LINKS, before).chain(() -> Sql.run(connection, GRANTS, before)))
                .replaceWithVoid();
    }
}
