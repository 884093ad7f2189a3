package org.obolus.web;

import java.time.Duration;
import java.util.List;

/** Numbers and spans of time as they stand in sentences. */
public final class InWords {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private InWords() {}

    /** {@code one day}, {@code 36 hours}: in the largest unit that divides it. */
    public static String span(Duration span) {
        if (span.toSeconds() % Duration.ofDays(1).toSeconds() == 0) {
            return counted(span.toDays(), "day");
        }
        return span.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                ? counted(span.toHours(), "hour")
                : counted(span.toMinutes(), "minute");
    }

    /** {@code one month}, {@code six months}, {@code 13 months}. */
    public static String counted(long number, String unit) {
        var word = number >= 0 && number < NUMBERS.size() ? NUMBERS.get((int) number) : String.valueOf(number);
        return word + " " + unit + (number == 1 ? "" : "s");
    }

    /** {@code 1st}, {@code 10th}, {@code 22nd}. */
    public static String ordinal(int number) {
        var isTeen = number % 100 / 10 == 1;
        return number
                + switch (isTeen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
