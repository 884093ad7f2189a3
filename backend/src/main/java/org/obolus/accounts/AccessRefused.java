package org.obolus.accounts;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why somebody may not do what they asked for. */
public abstract sealed class AccessRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private AccessRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Nobody is logged in, or the token is not good (any more). */
    public static final class NotLoggedIn extends AccessRefused {
        private static final long serialVersionUID = 1L;

        public NotLoggedIn(String sentence) {
            super(ProblemType.UNAUTHORIZED, sentence, Map.of());
        }
    }

    /** The token was not given what this needs. */
    public static final class ScopeMissing extends AccessRefused {
        private static final long serialVersionUID = 1L;

        ScopeMissing(Scope scope) {
            super(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "This token lacks the scope " + scope + ". Make one that has it.",
                    Map.of("scope", scope.toString()));
        }
    }

    /** An app acts for somebody, who does this themselves. */
    public static final class NotByAnApp extends AccessRefused {
        private static final long serialVersionUID = 1L;

        NotByAnApp() {
            super(
                    ProblemType.FORBIDDEN,
                    "No app may do that for anybody. Do it on our pages, or with a token of your own.",
                    Map.of());
        }
    }

    /** Only operators may. */
    public static final class OperatorsOnly extends AccessRefused {
        private static final long serialVersionUID = 1L;

        public OperatorsOnly() {
            super(ProblemType.FORBIDDEN, "Only an operator of this server may do that.", Map.of());
        }
    }
}
