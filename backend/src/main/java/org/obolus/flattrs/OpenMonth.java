package org.obolus.flattrs;

import java.util.Optional;
import org.obolus.budgets.Budget;
import org.obolus.calendar.Month;
import org.obolus.money.Money;

/**
 * What a supporter has to share in the open month, as of now.
 *
 * @param funds without the pot of an ended month that is about to be moved (money.md, rule 7)
 */
public record OpenMonth(Month month, Optional<Budget> budget, Money funds, int flattrs) {

    /** What the month would share if it ended now. */
    public Money pot() {
        return budget.map(Budget::amount).map(funds::min).orElse(Money.ZERO);
    }

    /** What one of this month's flattrs is worth; nothing while there is none. */
    public Money each() {
        return flattrs == 0 ? Money.ZERO : sharedBy(flattrs);
    }

    /** What each would be worth after one more flattr. */
    public Money eachWithOneMore() {
        return sharedBy(flattrs + 1);
    }

    /** Whether the funds are less than what the supporter wants to give. */
    public boolean isShort() {
        return budget.filter(set -> set.amount().compareTo(funds) > 0).isPresent();
    }

    public boolean isPaused() {
        return budget.filter(Budget::paused).isPresent();
    }

    private Money sharedBy(int count) {
        return new Money(pot().micros() / count);
    }
}
