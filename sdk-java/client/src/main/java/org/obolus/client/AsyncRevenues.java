package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What the caller has received. Each answer comes later. */
public final class AsyncRevenues {

    private final Line line;

    AsyncRevenues(Line line) {
        this.line = line;
    }

    /** Later what {@link Revenues#read()} answers. */
    public CompletableFuture<Revenue> read() {
        return line.ask(Call.get("/api/v1/revenue", Json.as(Revenue.class)));
    }

    /** Later what {@link Revenues#history()} answers. */
    public CompletableFuture<Page<Movement>> history() {
        return line.page("/api/v1/revenue/history", Movement.class);
    }
}
