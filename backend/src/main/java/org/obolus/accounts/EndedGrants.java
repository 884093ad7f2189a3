package org.obolus.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.obolus.database.ChangeFeed;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/**
 * Which grants have ended before their tokens expire: known here at once, on every other server within a second. What has
 * expired needs no remembering.
 */
@ApplicationScoped
class EndedGrants {

    private static final String ENDED_SINCE = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as mark, ended, expiries
            from (select coalesce(array_agg(id), '{}') as ended, coalesce(array_agg(expires_at), '{}') as expiries
                  from grants where ended_in >= $1::text::xid8 and expires_at > now()) since""";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cache<UUID, Instant> ended;
    private final ChangeFeed feed;
    private final AccountsConfig config;
    private final Clock clock;

    EndedGrants(Transactions transactions, AccountsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        ended = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.writing((UUID grant, Instant expiry) -> Duration.between(clock.instant(), expiry)))
                .build();
        feed = new ChangeFeed(transactions, clock, ENDED_SINCE, this::remember);
    }

    void start(Vertx vertx) {
        feed.start(vertx);
    }

    void stop(@Observes ShutdownEvent end) {
        feed.stop();
    }

    /** Waits a moment where the database was slow to answer, so that {@link #includes} need not refuse. */
    Uni<Void> untilKnown() {
        return feed.untilFresh(PATIENCE);
    }

    /** @throws Unacceptable.Overloaded when the database has not been heard of for a second: nobody is let in blindly */
    boolean includes(UUID grant) {
        if (!feed.isFresh()) {
            throw new Unacceptable.Overloaded(1);
        }
        return ended.getIfPresent(grant) != null;
    }

    /** Until the feed says when it expires, as if it had been given for the longest time and just now. */
    void add(UUID grant) {
        remember(grant, clock.instant().plus(config.longestLasts()));
    }

    /** How many are remembered: those whose tokens would still be good. */
    long remembered() {
        ended.cleanUp();
        return ended.estimatedSize();
    }

    void remember(UUID grant, Instant expiry) {
        ended.put(grant, expiry);
    }

    private void remember(Row row) {
        var grants = row.getArrayOfUUIDs("ended");
        var expiries = row.getArrayOfOffsetDateTimes("expiries");
        for (int i = 0; i < grants.length; i++) {
            remember(grants[i], expiries[i].toInstant());
        }
    }
}
