package org.obolus.social;

import java.util.List;
import org.obolus.money.Money;

/** The figures on the page that explains the month, computed and not typed. */
record Examples(int feePercent) {

    public List<Example> months() {
        return List.of(example(200, 10), example(2000, 20), example(1000, 20), example(1000, 1));
    }

    public List<Money> undivided() {
        return Money.ofCents(200).split(3);
    }

    public Example lowFunds() {
        return example(310, 2);
    }

    public Money lowFundsBudget() {
        return Money.ofCents(500);
    }

    public Money leastBudget() {
        return Money.ofCents(200);
    }

    public Money budget() {
        return Money.ofCents(500);
    }

    /** What one of these flattrs is worth while the coin of the steps is cut. */
    public Money eachOf(int flattrs) {
        return budget().split(flattrs).get(flattrs - 1);
    }

    /** Ten supporters give one share each to the same maker, out of a pot of 2.00 that two share. */
    public Money fromTenWhoShareAmongTwo() {
        return times(example(200, 2).share(), 10);
    }

    /** Five supporters give their whole pot of 2.00 to the same maker. */
    public Money fromFiveWhoGiveAll() {
        return times(example(200, 1).share(), 5);
    }

    private static Money times(Money amount, int count) {
        return new Money(Math.multiplyExact(amount.micros(), (long) count));
    }

    private Example example(long cents, int flattrs) {
        var pot = Money.ofCents(cents);
        var share = pot.split(flattrs).get(flattrs - 1);
        var fee = share.fee(feePercent);
        return new Example(pot, flattrs, share, fee, share.minus(fee));
    }

    record Example(Money pot, int flattrs, Money share, Money fee, Money received) {}
}
