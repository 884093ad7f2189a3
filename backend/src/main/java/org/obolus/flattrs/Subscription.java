package org.obolus.flattrs;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.calendar.Month;
import org.obolus.database.Cursor;
import org.obolus.things.ThingId;

/**
 * What one supporter flattrs every month.
 *
 * @param counted in how many months of its term it was flattred
 * @param miss the last month in which it was not, though it was not paused
 */
public record Subscription(
        long id,
        ThingId thing,
        Term term,
        int counted,
        Instant madeAt,
        Optional<Instant> pausedAt,
        Optional<Instant> endedAt,
        Optional<Miss> miss) {

    /** Where it stands; the first that fits. */
    @Schema(name = "SubscriptionState")
    public enum State {
        COMPLETE,
        STOPPED,
        PAUSED,
        WAITING,
        RUNNING;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subscription of(Row row) {
        return new Subscription(
                row.getLong("id"),
                new ThingId(row.getLong("thing_id")),
                Term.of(row.getInteger("months")),
                row.getInteger("counted"),
                row.getOffsetDateTime("made_at").toInstant(),
                instant(row, "paused_at"),
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("missed_for")).map(reason -> miss(row, reason)));
    }

    public State state() {
        if (endedAt.isPresent()) {
            return monthsLeft().filter(left -> left == 0).isPresent() ? State.COMPLETE : State.STOPPED;
        }
        if (pausedAt.isPresent()) {
            return State.PAUSED;
        }
        return miss.filter(Miss::waits).isPresent() ? State.WAITING : State.RUNNING;
    }

    /** How many flattrs are still to come; empty when it goes on until it is stopped. */
    public Optional<Integer> monthsLeft() {
        return term.months().map(months -> months - counted);
    }

    Cursor cursor() {
        return Cursor.after(id);
    }

    private static Miss miss(Row row, String reason) {
        var month = Month.of(row.getLocalDate("missed_month"));
        return new Miss(month, Miss.Reason.of(reason), row.getBoolean("missed_now"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
