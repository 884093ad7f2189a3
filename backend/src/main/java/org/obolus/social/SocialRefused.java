package org.obolus.social;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;
import org.obolus.things.ThingId;

/** Why something cannot be said. */
public abstract sealed class SocialRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private SocialRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Thanks go with a flattr, so that nobody is written to by people who gave nothing. */
    public static final class FlattrFirst extends SocialRefused {
        private static final long serialVersionUID = 1L;

        FlattrFirst(ThingId thing) {
            super(
                    ProblemType.NOT_FLATTRED,
                    "Thanks go with a flattr, and you have not flattred this. Flattr it first.",
                    Map.of("thing", thing));
        }
    }
}
