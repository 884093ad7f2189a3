package org.obolus.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.obolus.problems.Unacceptable;

/** A calendar month in UTC, the accounting period; written {@code 2026-11}. */
public record Month(YearMonth value) implements Comparable<Month> {

    /** @throws Unacceptable.Invalid when it is not a year and a month */
    @JsonCreator
    public static Month of(String written) {
        try {
            return new Month(YearMonth.parse(written));
        } catch (DateTimeException | NullPointerException unreadable) {
            throw new Unacceptable.Invalid("month", "Write the month as year and month, for example 2026-11.");
        }
    }

    public static Month of(LocalDate firstDay) {
        return new Month(YearMonth.from(firstDay));
    }

    public static Month at(Instant instant) {
        return new Month(YearMonth.from(instant.atOffset(ZoneOffset.UTC)));
    }

    public Month next() {
        return new Month(value.plusMonths(1));
    }

    public LocalDate firstDay() {
        return value.atDay(1);
    }

    /** The first instant of this month. */
    public Instant begins() {
        return firstDay().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @Override
    public int compareTo(Month other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
