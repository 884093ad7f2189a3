package org.obolus.accounts;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why signing up, logging in or changing an account did not work. */
public abstract sealed class AccountRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private AccountRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Somebody has this name already, perhaps in other case. */
    public static final class UsernameTaken extends AccountRefused {
        private static final long serialVersionUID = 1L;

        UsernameTaken(Username username) {
            super(
                    ProblemType.USERNAME_TAKEN,
                    "The username " + username + " is taken. Choose another.",
                    Map.of("field", "username"));
        }
    }

    /** Says neither whether there is such an account nor what about it is wrong. */
    public static final class NoSuchLogIn extends AccountRefused {
        private static final long serialVersionUID = 1L;

        NoSuchLogIn() {
            super(
                    ProblemType.WRONG_PASSWORD,
                    "No account has this name and this password. An e-mail address works as a name once it is confirmed.",
                    Map.of());
        }
    }

    /** The password given as the present one is not. */
    public static final class WrongPassword extends AccountRefused {
        private static final long serialVersionUID = 1L;

        WrongPassword(String field) {
            super(ProblemType.WRONG_PASSWORD, "This is not your present password.", Map.of("field", field));
        }
    }

    /** The e-mail address has not been confirmed yet. */
    public static final class Unconfirmed extends AccountRefused {
        private static final long serialVersionUID = 1L;

        Unconfirmed() {
            super(
                    ProblemType.UNCONFIRMED,
                    "Follow the link in the mail that was sent to you, then log in. If it got lost, have it sent again.",
                    Map.of());
        }
    }

    /** A mailed link that was used, is too old, or never was one. */
    public static final class LinkSpent extends AccountRefused {
        private static final long serialVersionUID = 1L;

        LinkSpent() {
            super(
                    ProblemType.LINK_SPENT,
                    "This link was used already, is too old, or is not whole. Have a new one sent.",
                    Map.of());
        }
    }

    /** Nobody needs that many, but somebody's script may make them. */
    public static final class TooManyTokens extends AccountRefused {
        private static final long serialVersionUID = 1L;

        TooManyTokens(int most) {
            super(
                    ProblemType.TOO_MANY_TOKENS,
                    "An account has at most " + most + " tokens at a time. End one that you no longer use.",
                    Map.of());
        }
    }

    /** Only a person at a browser may, so that a token that got lost cannot make itself more powerful. */
    public static final class NotWithAToken extends AccountRefused {
        private static final long serialVersionUID = 1L;

        NotWithAToken() {
            super(ProblemType.FORBIDDEN, "A token may not do that. Log in and do it with your session.", Map.of());
        }
    }
}
