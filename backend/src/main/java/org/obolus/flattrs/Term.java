package org.obolus.flattrs;

import java.util.Optional;
import java.util.Set;
import org.obolus.problems.Unacceptable;

/** For how many months something is flattred; without a number until it is stopped (money.md, rule 12). */
public record Term(Optional<Integer> months) {

    private static final Set<Integer> LENGTHS = Set.of(3, 6, 12);

    /** @throws Unacceptable.Invalid when there is no subscription of that length */
    public Term {
        if (!LENGTHS.containsAll(months.stream().toList())) {
            throw invalid();
        }
    }

    public static Term of(Integer months) {
        return new Term(Optional.ofNullable(months));
    }

    /** Reads what a form sends: a number, or nothing for until it is stopped. */
    public static Term of(String written) {
        if (!written.matches("\\d{0,2}")) {
            throw invalid();
        }
        return of(written.isEmpty() ? null : Integer.valueOf(written));
    }

    private static Unacceptable.Invalid invalid() {
        return new Unacceptable.Invalid(
                "months", "Choose 3, 6 or 12 months, or leave the number out to go on until you stop it.");
    }
}
