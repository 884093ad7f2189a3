package org.obolus.client;

import java.util.Optional;
import java.util.stream.Stream;

/** Money on its way into the caller's funds. */
public final class Deposits {

    private final AsyncDeposits later;

    Deposits(AsyncDeposits later) {
        this.later = later;
    }

    /**
     * Starts a deposit: send the person to its checkout address, nothing is booked before it is paid.
     *
     * <p>Scope {@code budget}. Problems: {@code amount_refused}.
     */
    public Deposit start(Money amount) {
        return Line.await(later.start(amount));
    }

    /**
     * Starts a deposit under a key that you keep, after which the person comes back to a path on the server.
     *
     * <p>Scope {@code budget}. Problems: {@code amount_refused}, {@code invalid}, {@code idempotency_key_reused}.
     */
    public Deposit start(Money amount, String returnTo, IdempotencyKey key) {
        return Line.await(later.start(amount, returnTo, key));
    }

    /**
     * The caller's deposits, the latest first.
     *
     * <p>Scope {@code budget:read}.
     */
    public Stream<Deposit> mine() {
        return Page.stream(() -> later.mine());
    }

    /**
     * One of the caller's deposits and how it stands; nothing when it is not theirs.
     *
     * <p>Scope {@code budget:read}.
     */
    public Optional<Deposit> byId(DepositId deposit) {
        return Line.await(later.byId(deposit));
    }
}
