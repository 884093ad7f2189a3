package org.obolus.apps;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Removes codes that nobody will show again, and apps that nobody has allowed anything. */
@ApplicationScoped
class ForgetJob {

    private static final Duration CODES_KEPT = Duration.ofDays(1);
    private static final String CODES = "delete from app_codes where expires_at < $1";
    private static final String UNUSED = """
            delete from apps where owner_id is null and created_at < $1
            and not exists (select from grants where app_id = apps.id)""";
    private static final String DELETED = """
            delete from apps where deleted_at < $1 and not exists (select from grants where app_id = apps.id)""";

    private final Transactions transactions;
    private final AppsConfig config;
    private final Clock clock;

    ForgetJob(Transactions transactions, AppsConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var unused = Tuple.of(now.minus(config.unusedKept()));
        return transactions
                .run(connection -> Sql.run(connection, CODES, Tuple.of(now.minus(CODES_KEPT)))
                        .chain(() -> Sql.run(connection, UNUSED, unused))
                        .chain(() -> Sql.run(connection, DELETED, unused)))
                .replaceWithVoid();
    }
}
