package org.obolus.social;

import java.util.Arrays;
import java.util.Locale;
import org.obolus.problems.Unacceptable;

/** By what the catalogue is sorted; the names are those of Flattr's API. */
public enum Sort {
    RELEVANCE("trend", "Best match"),
    TREND("trend", "Trend"),
    FLATTRS("flattrs", "Most flattrs"),
    FLATTRS_MONTH("in_month", "Most in 30 days"),
    FLATTRS_WEEK("in_week", "Most in 7 days"),
    FLATTRS_DAY("in_day", "Most today");

    private final String column;
    private final String text;

    Sort(String column, String text) {
        this.column = column;
        this.text = text;
    }

    /** @throws Unacceptable.Invalid when there is no such order */
    static Sort of(String written) {
        return Arrays.stream(values())
                .filter(sort -> sort.toString().equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Unacceptable.Invalid(
                        "sort", "Sort by relevance, trend, flattrs, flattrs_month, flattrs_week or flattrs_day."));
    }

    /** The rank that is compared; best match falls back to the trend where nothing is asked in words. */
    String column() {
        return column;
    }

    /** For people. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
