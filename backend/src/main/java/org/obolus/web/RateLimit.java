package org.obolus.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.obolus.problems.Unacceptable;

/** How often one key may do one thing: some times at once, then once more after each interval. Per server. */
public final class RateLimit {

    private static final int MOST_KEYS = 100_000;

    private final int burst;
    private final Duration interval;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        /** Whoever invents keys without end pushes out the oldest, and memory stays bounded. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public RateLimit(int burst, Duration interval, Clock clock) {
        this.burst = burst;
        this.interval = interval;
        this.time = nanosOf(clock);
    }

    /** @throws Unacceptable.TooManyRequests when this key was here too often */
    public void take(String key) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw new Unacceptable.TooManyRequests(seconds);
        }
    }

    /** Takes back what turned out to be harmless. */
    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                unseen -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, interval))
                        .build());
    }

    private static TimeMeter nanosOf(Clock clock) {
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
