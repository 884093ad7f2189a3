package org.obolus.settlement;

import java.util.Map;
import org.obolus.calendar.Month;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a month cannot be settled now. */
public abstract sealed class SettlementRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private SettlementRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** People may still click in it. */
    public static final class StillOpen extends SettlementRefused {
        private static final long serialVersionUID = 1L;

        StillOpen(Month month) {
            super(
                    ProblemType.MONTH_NOT_CLOSED,
                    month + " is still open. It closes by itself when it is over, and can be settled then.",
                    Map.of("month", month));
        }
    }

    /** There never was such a month here. */
    public static final class UnknownMonth extends SettlementRefused {
        private static final long serialVersionUID = 1L;

        UnknownMonth(Month month) {
            super(ProblemType.NOT_FOUND, "This server has no books for " + month + ".", Map.of("month", month));
        }
    }

    /** A month has just ended, and its pots come first. */
    public static final class PotsMoving extends SettlementRefused {
        private static final long serialVersionUID = 1L;

        PotsMoving() {
            super(
                    ProblemType.POTS_MOVING,
                    "A month has just ended and its pots are being moved. Try again in a moment.",
                    Map.of());
        }
    }
}
