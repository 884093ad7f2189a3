package org.obolus.settlement;

import java.time.LocalDate;
import java.util.Optional;
import org.obolus.money.Money;

/**
 * What waits for an identity that nobody has claimed.
 *
 * @param supporters how many people gave it
 * @param held the shares of settled months
 * @param flattrs those of months that are not settled yet; nobody knows yet what they are worth
 * @param until the day on which the first of it goes back; empty when nothing waits, or two people claim it
 */
public record WaitingShares(long supporters, Money held, long flattrs, Optional<LocalDate> until) {

    public static final WaitingShares NOTHING = new WaitingShares(0, Money.ZERO, 0, Optional.empty());

    public boolean isNothing() {
        return supporters == 0;
    }
}
