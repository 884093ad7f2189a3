package org.obolus.client;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * A thing that the caller flattrs every month.
 *
 * @param months for how many; without, until it is stopped
 * @param counted how many of them were flattred
 * @param missed the last month in which it was not flattred, though it was not paused
 */
public record Subscription(
        ThingId thing,
        Optional<Integer> months,
        int counted,
        State state,
        Instant madeAt,
        Optional<Instant> pausedAt,
        Optional<Instant> endedAt,
        Optional<MissedMonth> missed) {

    public Subscription {
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(madeAt, "madeAt");
    }

    /** How it goes on. */
    public enum State {
        RUNNING,
        /** For means: this month is flattred with the next deposit. */
        WAITING,
        PAUSED,
        STOPPED,
        COMPLETE,
        /** One that is newer than this library. */
        UNKNOWN
    }

    /** For how long a thing shall be flattred. */
    public enum Term {
        THREE_MONTHS(3),
        SIX_MONTHS(6),
        TWELVE_MONTHS(12),
        UNTIL_STOPPED(null);

        private final Integer months;

        Term(Integer months) {
            this.months = months;
        }

        public Optional<Integer> months() {
            return Optional.ofNullable(months);
        }
    }

    /**
     * A month without a flattr.
     *
     * @param reason the {@link Problem#code()} that a flattr would have met
     */
    public record MissedMonth(YearMonth month, String reason, String detail) {

        public MissedMonth {
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
