package org.obolus.database;

import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why an Idempotency-Key cannot serve a request. */
public abstract sealed class KeyRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private KeyRefused(ProblemType type, String sentence) {
        super(type, sentence);
    }

    /** It stands for another request already. */
    public static final class Reused extends KeyRefused {
        private static final long serialVersionUID = 1L;

        Reused() {
            super(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for a request with another body. Use a new key; nothing was done.");
        }
    }

    /** The first request with it has not ended yet. */
    public static final class InUse extends KeyRefused {
        private static final long serialVersionUID = 1L;

        InUse() {
            super(
                    ProblemType.IDEMPOTENCY_KEY_IN_USE,
                    "The first request with this Idempotency-Key is still running. Repeat it unchanged in a moment.");
        }
    }
}
