package org.obolus.apps;

import java.util.Optional;
import org.obolus.problems.Unacceptable;

/** How many flattrs a month an app may give for somebody; empty for as many as it likes. */
public record MonthlyLimit(Optional<Integer> most) {

    public static final String FIELD = "limit";

    private static final int HIGHEST = 100_000;
    private static final int MOST_DIGITS = 6;

    /** @throws Unacceptable.Invalid when it is no number of flattrs */
    public static MonthlyLimit of(String written) {
        var text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            return new MonthlyLimit(Optional.empty());
        }
        var isNumber = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || Integer.parseInt(text) > HIGHEST) {
            throw new Unacceptable.Invalid(
                    FIELD, "A limit is a whole number of flattrs a month, up to " + HIGHEST + ", or nothing.");
        }
        return new MonthlyLimit(Optional.of(Integer.parseInt(text)));
    }

    /** As a form has it. */
    @Override
    public String toString() {
        return most.map(String::valueOf).orElse("");
    }
}
