package org.obolus.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** One key's count on this server: first from what the server gives out alone, then from what all share. */
final class Meter {

    private final Limit limit;
    private final TimeMeter time;
    private final Optional<Bucket> alone;
    private final AsyncBucketProxy together;
    private volatile Seen seen;

    /** How much of the shared part was left when it was last asked for. */
    private record Seen(long left, long at) {}

    Meter(Limit limit, TimeMeter time, AsyncBucketProxy together) {
        this.limit = limit;
        this.time = time;
        this.together = together;
        this.alone = limit.alone() == 0 ? Optional.empty() : Optional.of(bucket(limit, time));
        this.seen = new Seen(limit.together(), time.currentTimeNanos());
    }

    private static Bucket bucket(Limit limit, TimeMeter time) {
        var part = limit.alone();
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(rate -> rate.capacity(part).refillGreedy(part, limit.window()))
                .build();
    }

    /** What this server gives out alone, while there is some. */
    Optional<Allowance> takeAlone() {
        return alone.filter(bucket -> bucket.tryConsume(1))
                .map(bucket -> Allowance.granted(limit, bucket.getAvailableTokens() + togetherLeft()));
    }

    /** What all give out together: of a large limit the database is asked once a second, of a small one each time. */
    Uni<Allowance> takeTogether() {
        return Uni.createFrom()
                .completionStage(() -> together.tryConsumeAndReturnRemaining(1))
                .map(this::read);
    }

    Uni<Void> giveBack() {
        return Uni.createFrom().completionStage(() -> together.addTokens(1));
    }

    private Allowance read(ConsumptionProbe probe) {
        seen = new Seen(probe.getRemainingTokens(), time.currentTimeNanos());
        return probe.isConsumed()
                ? Allowance.granted(limit, aloneLeft() + probe.getRemainingTokens())
                : Allowance.refused(limit, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private long aloneLeft() {
        return alone.map(Bucket::getAvailableTokens).orElse(0L);
    }

    /** As far as this server knows; what comes back meanwhile is reckoned. */
    private long togetherLeft() {
        var known = seen;
        var since = Duration.ofNanos(Math.max(0, time.currentTimeNanos() - known.at));
        var back = since.compareTo(limit.window()) >= 0
                ? limit.together()
                : limit.together()
                        * since.toMillis()
                        / Math.max(1, limit.window().toMillis());
        return Math.min(limit.together(), known.left + back);
    }
}
