package org.obolus.settlement;

import org.obolus.calendar.Month;
import org.obolus.money.Money;

/**
 * What a supporter's clicks are worth if the month ended now (micros).
 *
 * @param each what each of this month's flattrs receives at least; zero without one
 * @param withOneMore what each would receive after one more flattr
 */
public record Worth(Month month, Money pot, int flattrs, Money each, Money withOneMore) {

    static Worth of(Month month, Money pot, int flattrs) {
        var each = flattrs == 0 ? Money.ZERO : new Money(pot.micros() / flattrs);
        return new Worth(month, pot, flattrs, each, new Money(pot.micros() / (flattrs + 1L)));
    }
}
