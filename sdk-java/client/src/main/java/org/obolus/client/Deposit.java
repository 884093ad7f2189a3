package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * Money on its way into the caller's funds.
 *
 * @param checkoutUrl where the person pays
 * @param returnTo the path on the server to which the person comes back
 */
public record Deposit(
        DepositId id, State state, Money amount, String provider, URI checkoutUrl, String returnTo, Instant startedAt) {

    public Deposit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(checkoutUrl, "checkoutUrl");
    }

    /** How far it is; only what is paid was booked. */
    public enum State {
        STARTED,
        PAID,
        CANCELED,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
