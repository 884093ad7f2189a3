package org.obolus.ledger;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Adds the books up every ten minutes and tells the health check.
 *
 * <p>The database keeps every single booking right; this notices when somebody with the owner's rights has not.
 */
@Wellness
@ApplicationScoped
class BooksCheck implements AsyncHealthCheck {

    private static final String NAME = "The books add up";
    private static final String OFF_BY = """
            select (select coalesce(sum(balance), 0) from ledger_accounts)::bigint as off_by,
                   (select count(*) from ledger_accounts a join months m on a.name = 'pool:' || to_char(m.month, 'YYYY-MM')
                    where m.state = 'settled' and a.balance <> 0) as pools""";
    private static final Duration LOOKED_LATELY = Duration.ofMinutes(30);

    private final Transactions transactions;
    private final Clock clock;
    private volatile Finding finding;

    BooksCheck(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.finding = new Finding(clock.instant(), 0, 0);
    }

    /** @param offBy micros that are on the accounts but came from nowhere, or the other way round */
    private record Finding(Instant at, long offBy, long unsettledPools) {

        boolean isRight() {
            return offBy == 0 && unsettledPools == 0;
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> check() {
        return transactions
                .read(connection -> Sql.one(
                        connection,
                        OFF_BY,
                        Tuple.tuple(),
                        row -> new Finding(clock.instant(), row.getLong("off_by"), row.getLong("pools"))))
                .invoke(this::remember)
                .replaceWithVoid();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var now = finding;
        return Uni.createFrom()
                .item(HealthCheckResponse.named(NAME)
                        .status(now.isRight() && now.at.plus(LOOKED_LATELY).isAfter(clock.instant()))
                        .withData("off_by_micros", now.offBy)
                        .withData("settled_pools_not_empty", now.unsettledPools)
                        .withData("checked_at", now.at.toString())
                        .build());
    }

    private void remember(Finding found) {
        finding = found;
        if (!found.isRight()) {
            Log.errorf("The books do not add up: off by %d micros, %d pools", found.offBy, found.unsettledPools);
        }
    }
}
