package org.obolus.cli.feeds;

import java.time.Duration;

/**
 * How much of a feed is read at most.
 *
 * @param bytes of one document, unpacked
 * @param documents of one feed that has pages, or of one index of sitemaps
 * @param patience for one document, from the question to the last byte
 */
public record Limits(long bytes, int documents, Duration patience) {

    public static final Limits USUAL = new Limits(64L * 1024 * 1024, 100, Duration.ofMinutes(2));
}
