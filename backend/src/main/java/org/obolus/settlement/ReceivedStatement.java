package org.obolus.settlement;

import java.util.List;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.money.Money;
import org.obolus.things.ThingId;

/**
 * What one creator received in a month, without the names of those who gave (rule 18).
 *
 * @param stage while the month is not settled the figures are provisional: what they would be now
 */
public record ReceivedStatement(
        Month month, Stage stage, Money gross, Money fee, List<OfThing> things, List<Claimed> claimed) {

    /** What one thing brought: clicks of this month, their gross, and clicks of all months. */
    public record OfThing(ThingId thing, String url, String title, long clicks, Money gross, long clicksInAll) {

        public String name() {
            return title == null ? url : title;
        }
    }

    /** Shares of this month that were held and paid by a claim later; the claim's fee is its own. */
    public record Claimed(ThingId thing, String url, String title, long clicks, Money gross) {

        public String name() {
            return title == null ? url : title;
        }
    }

    /** One share, alone. */
    public record Share(ThingId thing, Money amount, boolean byClaim) {}

    public boolean isSettled() {
        return stage == Stage.SETTLED;
    }

    public Money net() {
        return gross.minus(fee);
    }
}
