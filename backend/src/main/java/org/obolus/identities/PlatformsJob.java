package org.obolus.identities;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Decides contests about people when their time has come, and forgets log-ins that nobody finished. */
@ApplicationScoped
class PlatformsJob {

    private static final String LOG_INS = "delete from platform_log_ins where expires_at < $1";
    private static final String PROOFS = "delete from platform_proofs where expires_at < $1";

    private final DecidePlatformContests contests;
    private final Transactions transactions;
    private final Clock clock;

    PlatformsJob(DecidePlatformContests contests, Transactions transactions, Clock clock) {
        this.contests = contests;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> decide() {
        return contests.decideAll();
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        var now = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC));
        return transactions
                .run(connection -> Sql.run(connection, LOG_INS, now).chain(() -> Sql.run(connection, PROOFS, now)))
                .replaceWithVoid();
    }
}
