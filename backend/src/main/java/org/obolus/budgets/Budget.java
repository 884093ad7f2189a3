package org.obolus.budgets;

import org.obolus.money.Money;

/** What a supporter wants to give in a month, and whether they give at the moment (money.md, rule 2). */
public record Budget(Money amount, boolean paused) {

    public static final Money LEAST = Money.ofCents(2_00);
    public static final Money MOST = Money.ofCents(100_000_00);

    /** @throws BudgetRefused when the amount is below 2.00 or above 100 000.00 */
    public Budget {
        if (amount.compareTo(LEAST) < 0) {
            throw new BudgetRefused.TooSmall(LEAST);
        }
        if (amount.compareTo(MOST) > 0) {
            throw new BudgetRefused.TooLarge(MOST);
        }
    }
}
