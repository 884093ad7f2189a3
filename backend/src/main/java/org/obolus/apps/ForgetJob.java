package org.obolus.apps;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.obolus.accounts.AppGrants;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Removes codes that nobody will show again, and apps that nobody has allowed anything and that began nothing. */
@ApplicationScoped
class ForgetJob {

    private static final Duration CODES_KEPT = Duration.ofDays(1);
    /** Longer than the tokens of an app that registered itself: until then it has to be known that they were ended. */
    private static final Duration AT_LEAST = Duration.ofDays(1);

    private static final String CODES = "delete from app_codes where expires_at < $1";
    /** A monthly flattr that an app began goes on without its access, and its person's limit for the app with it. */
    private static final String BEGAN_NOTHING_THAT_GOES_ON = """
             and not exists (select from subscriptions where app_id = apps.id and ended_at is null)
            """;
    /** Somebody may have ended what it was allowed; it has its month from then on. */
    private static final String UNUSED = """
            select id from apps where owner_id is null and created_at < $1
            and not exists (select from grants where app_id = apps.id and coalesce(ended_at, expires_at) >= $1)
            """ + BEGAN_NOTHING_THAT_GOES_ON + """
            order by created_at limit 1000 for update""";

    private static final String FORGET = """
            delete from apps where id = any($1) and not exists (select from grants where app_id = apps.id)""";
    private static final String DELETED = """
            delete from apps where deleted_at < $1 and not exists (select from grants where app_id = apps.id)
            """ + BEGAN_NOTHING_THAT_GOES_ON;

    private final Transactions transactions;
    private final AppGrants appGrants;
    private final AppsConfig config;
    private final Clock clock;

    ForgetJob(Transactions transactions, AppGrants appGrants, AppsConfig config, Clock clock) {
        this.transactions = transactions;
        this.appGrants = appGrants;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        var now = clock.instant();
        var unusedSince = now.minus(longer(config.unusedKept(), AT_LEAST));
        return transactions
                .run(connection -> Sql.run(connection, CODES, Tuple.of(utc(now.minus(CODES_KEPT))))
                        .chain(() -> forgetUnused(connection, unusedSince))
                        .chain(() -> Sql.run(connection, DELETED, Tuple.of(utc(unusedSince)))))
                .replaceWithVoid();
    }

    private Uni<Integer> forgetUnused(SqlConnection connection, Instant since) {
        return Sql.list(connection, UNUSED, Tuple.of(utc(since)), row -> row.getUUID("id"))
                .call(apps -> appGrants.forget(connection, apps, since))
                .chain(apps -> Sql.run(connection, FORGET, Tuple.tuple().addArrayOfUUID(apps.toArray(UUID[]::new))));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
