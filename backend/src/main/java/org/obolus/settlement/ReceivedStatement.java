package org.obolus.settlement;

import java.time.Instant;
import java.util.List;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.money.Money;
import org.obolus.things.ThingId;

/**
 * What one creator received in a month, without the names of those who gave (rule 18).
 *
 * @param stage while the month is not settled the figures are provisional: what they would be now
 * @param shared what the settlement shared out to this creator, before the fee
 * @param sharedFee the fee of that
 * @param claimed things whose shares of this month were held until a claim
 * @param claims the claims that paid for those, each with its own fee
 * @param voided flattrs of this month that count nowhere (rule 6)
 */
public record ReceivedStatement(
        Month month,
        Stage stage,
        Money shared,
        Money sharedFee,
        List<OfThing> things,
        List<OfThing> claimed,
        List<Claim> claims,
        List<Voided> voided) {

    /** What one thing brought: clicks of this month, their gross, and clicks of all months. */
    public record OfThing(ThingId thing, String url, String title, long clicks, Money gross, long clicksInAll) {

        public String name() {
            return title == null ? url : title;
        }
    }

    /**
     * What one claim paid for one month.
     *
     * @param called the identity for people
     * @param fee this month's part of the claim's fee
     */
    public record Claim(Month month, String identity, String called, Instant paidAt, Money gross, Money fee) {

        public Money net() {
            return gross.minus(fee);
        }
    }

    /** Flattrs of one thing that were voided for the same reason, and not by whom they were given. */
    public record Voided(ThingId thing, String url, String title, long clicks, String reason) {

        public String name() {
            return title == null ? url : title;
        }
    }

    /** One share, alone. */
    public record Share(ThingId thing, Money amount, boolean byClaim) {}

    public boolean isSettled() {
        return stage == Stage.SETTLED;
    }

    /** With what claims brought. */
    public Money gross() {
        return claims.stream().map(Claim::gross).reduce(shared, Money::plus);
    }

    public Money fee() {
        return claims.stream().map(Claim::fee).reduce(sharedFee, Money::plus);
    }

    /** What this month has brought to the creator's revenue until now. */
    public Money net() {
        return gross().minus(fee());
    }
}
