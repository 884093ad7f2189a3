package org.obolus.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.identities.IdentityName;
import org.obolus.money.Money;
import org.obolus.things.ThingId;

/**
 * Where one supporter's money of a month went, share by share (rule 18).
 *
 * @param stage while the month is not settled the figures are provisional: what they would be now
 * @param pot what the month had to share
 */
public record GivenStatement(Month month, Stage stage, Money pot, List<Line> shares, List<Voided> voided) {

    /**
     * One flattr's share, and who receives it.
     *
     * @param identity whom it was given to; only for this server to know, where it is an e-mail address
     * @param receiver the account, or else the identity, for programs
     * @param called the same for people
     * @param waits when nobody has claimed it
     */
    public record Line(
            ThingId thing,
            String url,
            String title,
            IdentityName identity,
            String receiver,
            String called,
            Money amount,
            Fate fate,
            Optional<Wait> waits) {

        /** What people read where a title belongs. */
        public String name() {
            return title == null ? url : title;
        }

        /** Of an e-mail address nobody is told whether it has been claimed. */
        public boolean isByMail() {
            return identity.isEmail();
        }

        /** The day on which it goes back, where that is known. */
        public Optional<LocalDate> heldUntil() {
            return waits.flatMap(Wait::until);
        }
    }

    /**
     * A share waits for whoever it is for.
     *
     * @param until the day on which it goes back to its supporter; empty while two people claim it
     */
    public record Wait(Optional<LocalDate> until) {}

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
        HELD("held, for nobody has claimed it yet"),
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
