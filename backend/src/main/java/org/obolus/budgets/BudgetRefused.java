package org.obolus.budgets;

import java.util.Map;
import org.obolus.money.Money;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a budget stays as it is. */
public abstract sealed class BudgetRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private BudgetRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Less than a month may be worth. */
    public static final class TooSmall extends BudgetRefused {
        private static final long serialVersionUID = 1L;

        TooSmall(Money least) {
            super(
                    ProblemType.BUDGET_TOO_SMALL,
                    "A budget is at least " + least.toCents() + " a month. To give nothing for a while, pause it.",
                    Map.of("field", "amount_micros", "least_micros", least));
        }
    }

    /** More than anybody means to give. */
    public static final class TooLarge extends BudgetRefused {
        private static final long serialVersionUID = 1L;

        TooLarge(Money most) {
            super(
                    ProblemType.AMOUNT_REFUSED,
                    "A budget is at most " + most.toCents() + " a month. Check the number of zeros.",
                    Map.of("field", "amount_micros", "most_micros", most));
        }
    }

    /** There is none that could be paused or resumed. */
    public static final class NotSet extends BudgetRefused {
        private static final long serialVersionUID = 1L;

        NotSet() {
            super(ProblemType.NO_BUDGET, "There is no budget to pause or resume. Set one first.", Map.of());
        }
    }

    /** A pot of the month before comes up again and again; the caller may come back after the seconds named. */
    public static final class PotsMoving extends BudgetRefused {
        private static final long serialVersionUID = 1L;

        PotsMoving() {
            super(
                    ProblemType.POTS_MOVING,
                    "Last month's money is just being set aside. Nothing was changed; try again in a moment.",
                    Map.of("retry_after", 1));
        }
    }
}
