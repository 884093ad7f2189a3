package org.obolus.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.accounts.AccountId;
import org.obolus.money.Money;
import org.obolus.web.NextPage;

/** Money on its way into somebody's funds through a payment provider. */
public record Deposit(
        AccountId account,
        long id,
        Money amount,
        State state,
        String provider,
        Checkout checkout,
        NextPage returnTo,
        Instant startedAt) {

    /** Started, then paid or canceled once and for all. */
    @Schema(name = "DepositState")
    public enum State {
        STARTED,
        PAID,
        CANCELED;

        @JsonCreator
        static State of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isStarted() {
        return state == State.STARTED;
    }

    public boolean isPaid() {
        return state == State.PAID;
    }

    /** What books it, once. */
    String key() {
        return "deposit:" + id;
    }
}
