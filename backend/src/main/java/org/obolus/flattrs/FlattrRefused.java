package org.obolus.flattrs;

import static org.obolus.problems.ProblemType.APP_LIMIT;
import static org.obolus.problems.ProblemType.FLATTR_ONCE;
import static org.obolus.problems.ProblemType.FLATTR_OWNER;
import static org.obolus.problems.ProblemType.MONTH_SETTLED;
import static org.obolus.problems.ProblemType.NOT_FLATTRED;
import static org.obolus.problems.ProblemType.NOT_FOUND;
import static org.obolus.problems.ProblemType.NO_MEANS;
import static org.obolus.problems.ProblemType.OPTED_OUT;

import java.util.Map;
import org.obolus.calendar.Month;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;
import org.obolus.things.ThingId;

/** Why a click did not count. The compiler knows every reason, and so does the reader. */
public abstract sealed class FlattrRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private FlattrRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** One flattr for each supporter, thing and month (rule 4). */
    public static final class Once extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        Once(ThingId thing, Month month) {
            super(
                    FLATTR_ONCE,
                    "You flattred this already in " + month + ". It can be flattred again next month.",
                    Map.of("thing", thing, "month", month));
        }
    }

    /** Nobody flattrs what is theirs (rule 4). */
    public static final class OwnThing extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        OwnThing(ThingId thing) {
            super(FLATTR_OWNER, "A flattr is a present, and this thing is yours.", Map.of("thing", thing));
        }
    }

    /** No budget, a paused one, or nothing left to share (rule 3). */
    public static final class NoMeans extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        NoMeans(Lack lack) {
            super(NO_MEANS, lack.sentence, Map.of("reason", lack.code));
        }
    }

    /** What exactly is missing when there are no means. */
    enum Lack {
        NO_BUDGET("no_budget", "Set a monthly budget first; every flattr is a share of it."),
        PAUSED("paused", "Your budget is paused. Resume it to flattr."),
        NO_FUNDS("no_funds", "Your funds are used up. Top up, and you can flattr again.");

        private final String code;
        private final String sentence;

        Lack(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }
    }

    /** Its maker does not want flattrs (rule 11). */
    public static final class OptedOut extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        OptedOut(ThingId thing) {
            super(OPTED_OUT, "Its maker has asked not to be flattred.", Map.of("thing", thing));
        }
    }

    /** There is no such thing, or not any more. */
    public static final class UnknownThing extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        UnknownThing(ThingId thing) {
            super(NOT_FOUND, "There is no thing " + thing + ".", Map.of("thing", thing));
        }
    }

    /** There is nothing to take back. */
    public static final class NotFlattred extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        NotFlattred(ThingId thing, Month month) {
            super(
                    NOT_FLATTRED,
                    "This was not flattred in " + month + ", so there is nothing to take back.",
                    Map.of("thing", thing, "month", month));
        }
    }

    /** There is no subscription to change, or not any more. */
    public static final class NotSubscribed extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        NotSubscribed(ThingId thing) {
            super(
                    NOT_FOUND,
                    "You do not flattr thing " + thing + " every month, or have stopped. Subscribe to it first.",
                    Map.of("thing", thing));
        }
    }

    /** The app has given as many as its person lets it give in a month. */
    public static final class AppLimit extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        AppLimit() {
            super(
                    APP_LIMIT,
                    "This app has given as many flattrs this month as you allowed it."
                            + " You can raise that among your apps, in the dashboard.",
                    Map.of());
        }
    }

    /** What was shared out stays shared out. */
    public static final class Settled extends FlattrRefused {
        private static final long serialVersionUID = 1L;

        Settled(Month month) {
            super(
                    MONTH_SETTLED,
                    month + " is settled or being settled; its flattrs can no longer be voided.",
                    Map.of("month", month));
        }
    }
}
