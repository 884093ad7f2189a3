package org.obolus.apps;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why an app is not what somebody took it for. */
public abstract sealed class AppRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private AppRefused(ProblemType type, String sentence) {
        super(type, sentence, Map.of());
    }

    /** There is none, it is deleted, or it is somebody else's. */
    public static final class NotKnown extends AppRefused {
        private static final long serialVersionUID = 1L;

        NotKnown() {
            super(ProblemType.NOT_FOUND, "There is no such app here, or not any more.");
        }
    }

    /** Nobody needs that many, but somebody's script may make them. */
    public static final class TooMany extends AppRefused {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super(ProblemType.TOO_MANY_APPS, "An account has at most " + most + " apps. Delete one that is not used.");
        }
    }

    /** A link to the page of consent that names nobody whom an answer could be sent to. */
    public static final class NobodyToAnswer extends AppRefused {
        private static final long serialVersionUID = 1L;

        NobodyToAnswer(String sentence) {
            super(ProblemType.INVALID_REQUEST, sentence);
        }
    }

    /** The form does not carry what this log-in's pages carry. */
    public static final class StaleForm extends AppRefused {
        private static final long serialVersionUID = 1L;

        StaleForm() {
            super(ProblemType.CROSS_SITE, "This page was too old, so nothing was done. Decide once more.");
        }
    }
}
