package org.obolus.database;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Deletes the kept answers of requests that nobody sends again any more (money.md, rule 19). */
@ApplicationScoped
class ForgetAnswers {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String FORGET = "delete from idempotent_answers where answered_at < $1";

    private final Transactions transactions;
    private final Clock clock;

    ForgetAnswers(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forget() {
        var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        return transactions
                .run(connection -> Sql.run(connection, FORGET, Tuple.of(before)))
                .replaceWithVoid();
    }
}
