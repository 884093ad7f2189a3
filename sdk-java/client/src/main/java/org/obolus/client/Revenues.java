package org.obolus.client;

import java.util.stream.Stream;

/** What the caller has received. */
public final class Revenues {

    private final AsyncRevenues later;

    Revenues(AsyncRevenues later) {
        this.later = later;
    }

    /**
     * What was received, less the fees, and not yet used.
     *
     * <p>Scope {@code revenue:read}.
     */
    public Revenue read() {
        return Line.await(later.read());
    }

    /**
     * What came into the revenue and what left it, the latest first.
     *
     * <p>Scope {@code revenue:read}.
     */
    public Stream<Movement> history() {
        return Page.stream(() -> later.history());
    }
}
