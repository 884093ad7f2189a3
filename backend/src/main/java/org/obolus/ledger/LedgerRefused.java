package org.obolus.ledger;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a booking did not happen. */
public abstract sealed class LedgerRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private LedgerRefused(ProblemType type, String sentence) {
        super(type, sentence, Map.of());
    }

    /** One of the accounts would have gone below zero. */
    public static final class NotEnough extends LedgerRefused {
        private static final long serialVersionUID = 1L;

        NotEnough() {
            super(ProblemType.INSUFFICIENT_FUNDS, "There is less money there than this would move. Nothing was moved.");
        }
    }

    /** The same thing was booked before. */
    public static final class BookedAlready extends LedgerRefused {
        private static final long serialVersionUID = 1L;

        BookedAlready() {
            super(ProblemType.BOOKED_ALREADY, "This was booked before, and is booked only once.");
        }
    }
}
