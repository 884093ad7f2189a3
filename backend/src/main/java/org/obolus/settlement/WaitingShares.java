package org.obolus.settlement;

import java.time.LocalDate;
import java.util.Optional;
import org.obolus.money.Money;

/**
 * What waits for an identity that nobody has claimed.
 *
 * @param supporters how many people gave it
 * @param holding how many of them gave what is held
 * @param held the shares of settled months
 * @param flattrs those of months that are not settled yet; nobody knows yet what they are worth
 * @param until the day on which the first of it goes back; empty when nothing waits, or two people claim it
 */
public record WaitingShares(long supporters, long holding, Money held, long flattrs, Optional<LocalDate> until) {

    /**
     * From how many people on a sum is told to others than those whom it waits for. Of one person's it would tell the
     * budget; and of two, each could read the other's.
     */
    public static final int FEWEST_TOLD = 3;

    public static final WaitingShares NOTHING = new WaitingShares(0, 0, Money.ZERO, 0, Optional.empty());

    public boolean isNothing() {
        return supporters == 0;
    }

    /** What is held, as far as everybody may know it. */
    public Money told() {
        return holding >= FEWEST_TOLD ? held : Money.ZERO;
    }
}
