package org.obolus.client;

import java.util.stream.Stream;

/** What the caller gives from. */
public final class Funds {

    private final AsyncFunds later;

    Funds(AsyncFunds later) {
        this.later = later;
    }

    /**
     * What came into the funds and what left them, the latest first.
     *
     * <p>Scope {@code budget:read}.
     */
    public Stream<Movement> history() {
        return Page.stream(() -> later.history());
    }
}
