package org.obolus.client;

import java.time.Duration;

/**
 * How patiently a call is repeated when no answer came or the server was busy. The pauses double, each shortened by
 * chance, so that many clients do not come back at once; what the server asks for in {@code Retry-After} is kept.
 *
 * @param times how often a call is repeated; 0 never
 * @param firstPause before the first repetition
 * @param longestPause no pause is longer: a call whose server asks for more fails at once, and says for how much
 */
public record Retries(int times, Duration firstPause, Duration longestPause) {

    /** Twice, after about half a second and a second. */
    public static final Retries USUAL = new Retries(2, Duration.ofMillis(500), Duration.ofSeconds(20));

    public static final Retries NONE = new Retries(0, Duration.ZERO, Duration.ZERO);

    public Retries {
        if (times < 0 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("Retries are not negative, and the longest pause is the longest.");
        }
    }

    /** @param chance between 0 and 1000 */
    Duration pause(int repetition, int chance) {
        var doubled = firstPause.multipliedBy(1L << Math.min(repetition, 20));
        var most = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        return most.multipliedBy(1000L + chance).dividedBy(2000);
    }
}
