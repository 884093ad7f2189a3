package org.obolus.web;

import java.time.Duration;
import org.obolus.problems.Unacceptable;

/**
 * What a limit said to one request, for whoever writes it into headers of their own.
 *
 * @param left how often more at once
 * @param reset when everything is back
 * @param retryAfter when the next one is let through; zero for one that was
 */
public record Allowance(Limit limit, boolean granted, long left, Duration reset, Duration retryAfter) {

    static Allowance granted(Limit limit, long left) {
        var known = Math.max(0, Math.min(left, limit.quota()));
        return new Allowance(limit, true, known, limit.until(limit.quota() - known), Duration.ZERO);
    }

    static Allowance refused(Limit limit, Duration retryAfter) {
        return new Allowance(limit, false, 0, limit.window(), retryAfter);
    }

    /** @throws Unacceptable.TooManyRequests when this was one too many */
    public Allowance require() {
        if (!granted) {
            throw new Unacceptable.TooManyRequests(retryAfterSeconds());
        }
        return this;
    }

    public long resetSeconds() {
        return upwards(reset);
    }

    public long retryAfterSeconds() {
        return upwards(retryAfter);
    }

    private static long upwards(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
