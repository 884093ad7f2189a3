package org.obolus.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/**
 * Counts what is limited, for all servers on one database together.
 *
 * <p>A limit of less than 20 holds exactly. Of a larger one each server gives a twentieth out alone, and takes the rest
 * from the database a twentieth at a time: several servers let a little more through, never less.
 */
@ApplicationScoped
public class RateLimits {

    private static final int MOST_KEYS = 100_000;
    /** Longer than a meter matters that nobody came back to: by then its key has its own part back, or begins anew. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Vertx vertx;
    private final TimeMeter time;
    private final LimitStates states;
    private final Cache<LimitKey, Meter> meters = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REMEMBERED)
            .build();

    @Inject
    RateLimits(Vertx vertx, Transactions transactions, Clock clock) {
        this.vertx = vertx;
        this.time = meter(clock);
        this.states = new LimitStates(transactions, time);
    }

    /** Counts one; while the database does not answer everybody is let through, for it has to answer them too. */
    public Uni<Allowance> take(Limit limit, String key) {
        var meter = metered(limit, key);
        return meter.takeInHand().map(Uni.createFrom()::item).orElseGet(() -> together(meter, limit));
    }

    /** Counts one without asking anybody; empty, and nothing is counted, where the database has to be asked. */
    Optional<Allowance> takeInHand(Limit limit, String key) {
        return metered(limit, key).takeInHand();
    }

    /** Those who wait for the same answer get it on a thread of one of them, and go on on their own. */
    private Uni<Allowance> together(Meter meter, Limit limit) {
        return here(meter.takeTogether().onFailure().recoverWithItem(failure -> {
            Log.warnf("Could not count for the limit %s: %s", limit.name(), failure.getMessage());
            return Allowance.granted(limit, limit.quota());
        }));
    }

    /** Buckets answer several requests at once, on the thread of one of them. */
    private <T> Uni<T> here(Uni<T> answer) {
        var context = vertx.getOrCreateContext();
        return answer.emitOn(work -> context.runOnContext(now -> work.run()));
    }

    /** What is left as far as this server knows; asks nobody and counts nothing. */
    public Allowance look(Limit limit, String key) {
        return metered(limit, key).look();
    }

    /** Counts one; fails with {@link Unacceptable.TooManyRequests} when it is one too many. */
    public Uni<Void> require(Limit limit, String key) {
        return take(limit, key).map(Allowance::require).replaceWithVoid();
    }

    /** Takes back what turned out to be harmless; where that fails, it stays counted and nobody is kept from anything. */
    public Uni<Void> giveBack(Limit limit, String key) {
        return here(metered(limit, key).giveBack().onFailure().recoverWithItem(failure -> {
            Log.warnf("Could not give back for the limit %s: %s", limit.name(), failure.getMessage());
            return null;
        }));
    }

    private Meter metered(Limit limit, String key) {
        return meters.get(LimitKey.of(limit, key), this::meter);
    }

    private Meter meter(LimitKey key) {
        var limit = key.limit();
        var shared = states.asAsync()
                .builder()
                .withOptimization(Optimizations.batching())
                .build(key.hash(), () -> CompletableFuture.completedFuture(limit.of(limit.together())));
        return new Meter(limit, time, shared);
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
