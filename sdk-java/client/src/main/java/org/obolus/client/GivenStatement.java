package org.obolus.client;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where the caller's money of a month went; provisional until the month is settled. */
public record GivenStatement(
        YearMonth month, AccountingMonth.Stage state, Money pot, List<Share> shares, List<Voided> voided) {

    public GivenStatement {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(pot, "pot");
        shares = List.copyOf(shares);
        voided = List.copyOf(voided);
    }

    /**
     * What one flattr was worth.
     *
     * @param receiver who it is for, in words
     * @param heldUntil the day on which it goes back, where nobody has claimed it yet
     */
    public record Share(
            ThingId thing,
            URI url,
            Optional<String> title,
            String receiver,
            Money amount,
            State state,
            Optional<LocalDate> heldUntil) {

        public Share {
            Objects.requireNonNull(thing, "thing");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(state, "state");
            heldUntil = Objects.requireNonNullElse(heldUntil, Optional.empty());
        }

        /** One that is not said to wait. */
        public Share(ThingId thing, URI url, Optional<String> title, String receiver, Money amount, State state) {
            this(thing, url, title, receiver, amount, state, Optional.empty());
        }

        /** What became of it. */
        public enum State {
            PROVISIONAL,
            CREDITED,
            /** The caller's own by then, and back in the funds. */
            OWN,
            /** Until somebody claims it. */
            HELD,
            CLAIMED,
            /** Never claimed, and back in the funds. */
            RETURNED,
            /** One that is newer than this library. */
            UNKNOWN
        }
    }

    /** A flattr that an operator made count nowhere, and why. */
    public record Voided(ThingId thing, URI url, Optional<String> title, String reason) {

        public Voided {
            Objects.requireNonNull(thing, "thing");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
