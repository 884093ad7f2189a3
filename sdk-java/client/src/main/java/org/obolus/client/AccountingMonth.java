package org.obolus.client;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a month stands, for everybody.
 *
 * @param feePercent what the server keeps of what somebody receives, once the month is closed
 */
public record AccountingMonth(
        YearMonth month,
        Stage state,
        Optional<Integer> feePercent,
        Optional<Instant> closedAt,
        Optional<Instant> settledAt) {

    public AccountingMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(state, "state");
    }

    /** Flattrs enter an open month; a closed one is under review, and its figures are provisional. */
    public enum Stage {
        OPEN,
        CLOSED,
        SETTLED,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
