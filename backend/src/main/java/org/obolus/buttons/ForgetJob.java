package org.obolus.buttons;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Removes codes that nobody redeemed, and presses that are too long ago to bound or to show anything. */
@ApplicationScoped
class ForgetJob {

    private static final Duration PRESSES_KEPT = Duration.ofDays(90);
    private static final String CODES = "delete from button_codes where expires_at < $1";
    private static final String PRESSES = "delete from button_presses where pressed_at < $1";

    private final Transactions transactions;
    private final Clock clock;

    ForgetJob(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return transactions
                .run(connection -> Sql.run(connection, CODES, Tuple.of(now))
                        .chain(() -> Sql.run(connection, PRESSES, Tuple.of(now.minus(PRESSES_KEPT)))))
                .replaceWithVoid();
    }
}
