package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What the caller gives from. Each answer comes later. */
public final class AsyncFunds {

    private final Line line;

    AsyncFunds(Line line) {
        this.line = line;
    }

    /** Later what {@link Funds#history()} answers. */
    public CompletableFuture<Page<Movement>> history() {
        return line.page("/api/v1/funds/history", Movement.class);
    }
}
