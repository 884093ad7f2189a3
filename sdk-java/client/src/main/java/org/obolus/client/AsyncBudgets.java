package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What the caller gives each month. Each answer comes later. */
public final class AsyncBudgets {

    private static final String HERE = "/api/v1/budget";

    private final Line line;

    AsyncBudgets(Line line) {
        this.line = line;
    }

    /** Later what {@link Budgets#read()} answers. */
    public CompletableFuture<Budget> read() {
        return line.ask(Call.get(HERE, Json.as(Budget.class)));
    }

    /** Later what {@link Budgets#set(Money)} answers. */
    public CompletableFuture<Budget> set(Money amount) {
        return line.ask(Call.put(HERE, Body.empty().with("amount_micros", amount), Json.as(Budget.class)));
    }

    /** Later what {@link Budgets#pause()} answers. */
    public CompletableFuture<Budget> pause() {
        return line.ask(Call.post(HERE + "/pause", Json.as(Budget.class)));
    }

    /** Later what {@link Budgets#resume()} answers. */
    public CompletableFuture<Budget> resume() {
        return line.ask(Call.post(HERE + "/resume", Json.as(Budget.class)));
    }
}
