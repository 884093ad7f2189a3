package org.obolus.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One key's count on this server: first from what the server gives out alone, then from what all share, of which it takes
 * a twentieth at a time.
 */
final class Meter {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Limit limit;
    private final TimeMeter time;
    private final Optional<Bucket> alone;
    private final AsyncBucketProxy together;
    private final long portion;
    private long taken;
    private Seen seen;
    private long refusedUntil;
    private Uni<Void> asking;

    /** How much of the shared part was left when it was last asked for. */
    private record Seen(long left, long at) {}

    Meter(Limit limit, TimeMeter time, AsyncBucketProxy together) {
        this.limit = limit;
        this.time = time;
        this.together = together;
        this.portion = Math.max(1, limit.alone());
        this.alone = limit.alone() == 0 ? Optional.empty() : Optional.of(bucket(limit, time));
        this.seen = new Seen(limit.together(), time.currentTimeNanos());
        this.refusedUntil = time.currentTimeNanos();
    }

    private static Bucket bucket(Limit limit, TimeMeter time) {
        var part = limit.alone();
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(rate -> rate.capacity(part).refillGreedy(part, limit.window()))
                .build();
    }

    Allowance look() {
        return Allowance.granted(limit, left());
    }

    /** What this server has in hand, while there is some. */
    Optional<Allowance> takeInHand() {
        if (alone.isPresent() && alone.get().tryConsume(1)) {
            return Optional.of(Allowance.granted(limit, left()));
        }
        return takeTaken();
    }

    /** What all give out together; while it is asked for, everybody waits for the one answer. */
    Uni<Allowance> takeTogether() {
        return askOnce()
                .chain(() -> takeTaken()
                        .or(this::refusal)
                        .map(Uni.createFrom()::item)
                        .orElseGet(this::takeTogether));
    }

    Uni<Void> giveBack() {
        return future(() -> together.addTokens(1));
    }

    private synchronized Optional<Allowance> takeTaken() {
        if (taken > 0) {
            taken--;
            return Optional.of(Allowance.granted(limit, left()));
        }
        return portion > 1 ? refusal() : Optional.empty();
    }

    private synchronized Optional<Allowance> refusal() {
        var wait = refusedUntil - time.currentTimeNanos();
        return wait > 0 ? Optional.of(Allowance.refused(limit, Duration.ofNanos(wait))) : Optional.empty();
    }

    private synchronized Uni<Void> askOnce() {
        if (asking == null) {
            asking = ask().onTermination().invoke(this::answered).memoize().indefinitely();
        }
        return asking;
    }

    private synchronized void answered() {
        asking = null;
    }

    private Uni<Void> ask() {
        return future(() -> together.tryConsumeAndReturnRemaining(portion)).chain(probe -> {
            if (probe.isConsumed()) {
                got(portion, probe.getRemainingTokens());
                return Uni.createFrom().voidItem();
            }
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            return portion == 1 ? refuse(wait) : askForTheRest();
        });
    }

    /** Near the end there is less than a portion; where there is nothing, nobody asks again for a moment. */
    private Uni<Void> askForTheRest() {
        return future(() -> together.tryConsumeAsMuchAsPossible(portion)).chain(rest -> {
            if (rest > 0) {
                got(rest, 0);
                return Uni.createFrom().voidItem();
            }
            var next = limit.until(1);
            return refuse(next.compareTo(A_MOMENT) > 0 ? next : A_MOMENT);
        });
    }

    private synchronized void got(long some, long left) {
        taken += some;
        seen = new Seen(left, time.currentTimeNanos());
        refusedUntil = seen.at;
    }

    private synchronized Uni<Void> refuse(Duration wait) {
        seen = new Seen(0, time.currentTimeNanos());
        refusedUntil = seen.at + wait.toNanos();
        return Uni.createFrom().voidItem();
    }

    /** As far as this server knows; what comes back to all meanwhile is reckoned. */
    private synchronized long left() {
        var since = Duration.ofNanos(Math.max(0, time.currentTimeNanos() - seen.at));
        var back = since.compareTo(limit.window()) >= 0
                ? limit.together()
                : limit.together()
                        * since.toMillis()
                        / Math.max(1, limit.window().toMillis());
        var shared = Math.min(limit.together(), seen.left + back);
        return alone.map(Bucket::getAvailableTokens).orElse(0L) + taken + shared;
    }

    private static <T> Uni<T> future(Supplier<CompletionStage<T>> asked) {
        return Uni.createFrom().completionStage(asked);
    }
}
