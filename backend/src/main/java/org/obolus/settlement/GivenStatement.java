package org.obolus.settlement;

import java.util.List;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.money.Money;
import org.obolus.things.ThingId;

/**
 * Where one supporter's money of a month went, share by share (rule 18).
 *
 * @param stage while the month is not settled the figures are provisional: what they would be now
 * @param pot what the month had to share
 */
public record GivenStatement(Month month, Stage stage, Money pot, List<Line> shares, List<Voided> voided) {

    /** One flattr's share, and who receives it. */
    public record Line(ThingId thing, String url, String title, String receiver, Money amount, Fate fate) {

        /** What people read where a title belongs. */
        public String name() {
            return title == null ? url : title;
        }
    }

    /** A flattr that counts nowhere, and why. */
    public record Voided(ThingId thing, String url, String title, String reason) {

        public String name() {
            return title == null ? url : title;
        }
    }

    /** What became of a share. */
    public enum Fate {
        PROVISIONAL("not shared out yet"),
        CREDITED("received"),
        OWN("your own by then, back in your funds"),
        HELD("held until somebody claims it"),
        CLAIMED("held, then claimed"),
        RETURNED("never claimed, back in your funds");

        private final String sentence;

        Fate(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public boolean isSettled() {
        return stage == Stage.SETTLED;
    }

    /** The shares of a pot always add up to it; zero when nothing was flattred. */
    public Money sum() {
        return shares.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
