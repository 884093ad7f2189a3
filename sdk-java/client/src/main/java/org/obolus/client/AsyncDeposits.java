package org.obolus.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Money on its way into the caller's funds. Each answer comes later. */
public final class AsyncDeposits {

    private static final String HERE = "/api/v1/deposits";

    private final Line line;

    AsyncDeposits(Line line) {
        this.line = line;
    }

    /** Later what {@link Deposits#start(Money)} answers. */
    public CompletableFuture<Deposit> start(Money amount) {
        return start(amount, "/dashboard", IdempotencyKey.random());
    }

    /** Later what {@link Deposits#start(Money, String, IdempotencyKey)} answers. */
    public CompletableFuture<Deposit> start(Money amount, String returnTo, IdempotencyKey key) {
        var asked = Body.empty().with("amount_micros", amount).with("return_to", returnTo);
        return line.ask(Call.post(HERE, asked, Json.as(Deposit.class)).under(key));
    }

    /** Later what {@link Deposits#mine()} answers. */
    public CompletableFuture<Page<Deposit>> mine() {
        return line.page(HERE, Deposit.class);
    }

    /** Later what {@link Deposits#byId(DepositId)} answers. */
    public CompletableFuture<Optional<Deposit>> byId(DepositId deposit) {
        return line.ask(
                Call.get(Query.path(HERE, deposit), Json.as(Deposit.class)).known());
    }
}
