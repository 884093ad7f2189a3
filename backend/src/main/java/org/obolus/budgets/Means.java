package org.obolus.budgets;

import java.util.Optional;
import org.obolus.money.Money;

/** What a supporter has to give with: the budget, if one is set, and the funds (money.md, rule 3). */
public record Means(Optional<Budget> budget, Money funds) {

    /** Whether this is enough for a flattr, unless a pot that has not moved yet takes the funds. */
    public boolean suffice() {
        return budget.filter(set -> !set.paused()).isPresent() && funds.isPositive();
    }
}
