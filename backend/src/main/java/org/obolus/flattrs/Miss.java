package org.obolus.flattrs;

import java.util.Locale;
import org.obolus.calendar.Month;

/**
 * A month in which a subscription did not come to a flattr, and why.
 *
 * @param isOpen whether that month is not over yet
 */
public record Miss(Month month, Reason reason, boolean isOpen) {

    /** Named as the problem that a click would have met. */
    public enum Reason {
        NO_MEANS("there were no means for it"),
        NOT_FOUND("its maker had taken it away"),
        OPTED_OUT("its maker had asked not to be flattred"),
        FLATTR_OWNER("it was your own"),
        APP_LIMIT("the app that asked for it gives no more flattrs a month than you allow it");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** For people, after a colon. */
        public String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it may still come to a flattr: with the means that come before the month is over. */
    public boolean waits() {
        return isOpen && reason == Reason.NO_MEANS;
    }

    String sentence() {
        return waits()
                ? "There are no means for it yet. Top up before " + month.next() + ", and it is flattred at once."
                : "Not flattred in " + month + ": " + reason.words + ".";
    }
}
