package org.obolus.calendar;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Where a month stands: open, closed (under review), settled. */
public record MonthState(
        Month month,
        Stage stage,
        Optional<Integer> feePercent,
        Optional<Instant> closedAt,
        Optional<Instant> potsMovedAt,
        Optional<Instant> settlingAt,
        Optional<Instant> sharedAt,
        Optional<Instant> settledAt) {

    /** The three states of rule 6. */
    public enum Stage {
        OPEN,
        CLOSED,
        SETTLED;

        public static Stage of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
    }

    static MonthState of(Row row) {
        return new MonthState(
                Month.of(row.getLocalDate("month")),
                Stage.of(row.getString("state")),
                Optional.ofNullable(row.getInteger("fee_percent")),
                at(row, "closed_at"),
                at(row, "pots_moved_at"),
                at(row, "settling_at"),
                at(row, "shared_at"),
                at(row, "settled_at"));
    }

    private static Optional<Instant> at(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
