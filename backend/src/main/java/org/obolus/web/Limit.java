package org.obolus.web;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How often one key may do something: this often at once, and as often again, evenly, over each window.
 *
 * @param name what is limited; the same on every server, and part of what the key is remembered by
 */
public record Limit(String name, long quota, Duration window) {

    /** One part in so many is given out by each server alone, so that who does little costs the database nothing. */
    private static final int PARTS = 20;

    public Limit {
        if (quota < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("A limit lets something through: " + name);
        }
    }

    /** What each server gives out without asking; nothing of a small limit, which has to hold exactly. */
    long alone() {
        return quota / PARTS;
    }

    /** What all servers give out together. */
    long together() {
        return quota - alone();
    }

    BucketConfiguration of(long part) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(part).refillGreedy(part, window))
                .build();
    }

    /** How long it takes until so many have come back. */
    Duration until(long returned) {
        return window.multipliedBy(returned).dividedBy(quota);
    }
}
