package org.obolus.client;

/** What the caller gives each month. */
public final class Budgets {

    private final AsyncBudgets later;

    Budgets(AsyncBudgets later) {
        this.later = later;
    }

    /**
     * The budget, and the funds that it is given from.
     *
     * <p>Scope {@code budget:read}.
     */
    public Budget read() {
        return Line.await(later.read());
    }

    /**
     * Sets what is given each month; a paused budget stays paused.
     *
     * <p>Scope {@code budget}. Problems: {@code budget_too_small}, {@code amount_refused}.
     */
    public Budget set(Money amount) {
        return Line.await(later.set(amount));
    }

    /**
     * Refuses new flattrs until resumed; those given stay payable.
     *
     * <p>Scope {@code budget}. Problems: {@code no_budget}.
     */
    public Budget pause() {
        return Line.await(later.pause());
    }

    /**
     * Takes flattrs again.
     *
     * <p>Scope {@code budget}. Problems: {@code no_budget}.
     */
    public Budget resume() {
        return Line.await(later.resume());
    }
}
