package org.obolus.buttons;

import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a button on another site may not do what it asked for; its window still can, where the person is asked. */
public abstract sealed class ButtonRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private ButtonRefused(ProblemType type, String sentence) {
        super(type, sentence);
    }

    /** Nobody has connected this site in this browser, or the connection has ended. */
    public static final class NotConnected extends ButtonRefused {
        private static final long serialVersionUID = 1L;

        NotConnected() {
            super(
                    ProblemType.NOT_CONNECTED,
                    "This button is not connected to an account, or no longer. Open the window.");
        }
    }

    /** Too much happened without anybody being sure that a person saw it. */
    public static final class ConfirmInWindow extends ButtonRefused {
        private static final long serialVersionUID = 1L;

        ConfirmInWindow() {
            super(ProblemType.CONFIRM_IN_WINDOW, "Confirm this flattr in the window.");
        }
    }

    /** The form does not carry what this log-in's pages carry. */
    public static final class StaleForm extends ButtonRefused {
        private static final long serialVersionUID = 1L;

        StaleForm() {
            super(ProblemType.CROSS_SITE, "This page was too old, so nothing was done. Press the button once more.");
        }
    }

    /** A connection is good for one site and for what is on it. */
    public static final class ForeignSite extends ButtonRefused {
        private static final long serialVersionUID = 1L;

        ForeignSite(SiteOrigin site) {
            super(ProblemType.FOREIGN_SITE, "A button on " + site + " cannot flattr what is on another site.");
        }
    }
}
