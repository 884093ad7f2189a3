package org.obolus.flattrapi;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** What only this API refuses; everything else is refused by the doors that it calls. */
abstract sealed class CallRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private CallRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** No such form of this answer. */
    static final class NotAcceptable extends CallRefused {
        private static final long serialVersionUID = 1L;

        NotAcceptable() {
            super(ProblemType.NOT_ACCEPTABLE, "This is not available in the format asked for.", Map.of());
        }
    }

    /** A parameter is missing or wrong. */
    static final class WrongParameter extends CallRefused {
        private static final long serialVersionUID = 1L;

        WrongParameter(String field, String sentence) {
            super(ProblemType.INVALID, sentence, Map.of("field", field));
        }
    }

    /** The page belongs to somebody else, so that its texts are not the caller's to set. */
    static final class OwnerMismatch extends CallRefused {
        private static final long serialVersionUID = 1L;

        OwnerMismatch(String owner) {
            super(ProblemType.INVALID, "Owner mismatch: this URL belongs to " + owner + ".", Map.of("field", "url"));
        }
    }

    /** What a partner is not allowed to know. */
    static final class NotVerified extends CallRefused {
        private static final long serialVersionUID = 1L;

        NotVerified() {
            super(ProblemType.UNAUTHORIZED, "This identity is not proven to be this user's.", Map.of());
        }
    }
}
