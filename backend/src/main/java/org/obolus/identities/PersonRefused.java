package org.obolus.identities;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;
import org.obolus.web.WebUrl;

/** Why it cannot be told whom somebody means. */
public abstract sealed class PersonRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PersonRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** A minute that has begun is over when the next one begins. */
    private static String again(Instant until) {
        return " Try again at " + TIME.format(until.plusSeconds(59)) + " UTC.";
    }

    /** It is no name and no address. */
    public static final class Unreadable extends PersonRefused {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(
                    ProblemType.INVALID,
                    "Write a name with its platform, like github:alice or @alice@social.example, or the address of a"
                            + " profile or of any page.",
                    Map.of("field", "of"));
        }
    }

    /** It looks like an address of e-mail, and no mail could be sent there. */
    public static final class ByMail extends PersonRefused {
        private static final long serialVersionUID = 1L;

        ByMail(String written) {
            super(
                    ProblemType.INVALID,
                    "No mail can be sent to " + written + ". If you mean somebody on Mastodon, write @" + written + ".",
                    Map.of("field", "of"));
        }
    }

    /** Platforms are not asked for strangers. */
    public static final class NotMetYet extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NotMetYet(String platform) {
            super(
                    ProblemType.UNAUTHORIZED,
                    "Nobody here has met that person yet. Log in, and " + platform + " is asked who they are.",
                    Map.of());
        }
    }

    /** Addresses are not looked up for strangers. */
    public static final class ByMailOfAStranger extends PersonRefused {
        private static final long serialVersionUID = 1L;
        private final String sealed;

        ByMailOfAStranger(String sealed) {
            super(
                    ProblemType.UNAUTHORIZED,
                    "Log in to flattr somebody by their e-mail address: addresses are not looked up for strangers.",
                    Map.of());
            this.sealed = sealed;
        }

        /** What names the same person to whoever has logged in, and can stand in an address meanwhile. */
        public String sealed() {
            return sealed;
        }
    }

    /** Whoever came with an address took very long to log in. */
    public static final class SealOver extends PersonRefused {
        private static final long serialVersionUID = 1L;

        SealOver() {
            super(
                    ProblemType.INVALID,
                    "Whom you meant is no longer known here. Write the address once more: /dashboard/flattr",
                    Map.of("field", "owner"));
        }
    }

    /** Nobody has ever typed it. */
    public static final class NoSuchAddressee extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NoSuchAddressee() {
            super(ProblemType.NOT_FOUND, "Nobody with an e-mail address has that number here.", Map.of());
        }
    }

    /** The same name is different people's on different platforms. */
    public static final class WhichPlatform extends PersonRefused {
        private static final long serialVersionUID = 1L;
        private final List<Choice> choices;

        /** One way to say it. */
        public record Choice(String platform, String of) {

            /** Where it is looked up. */
            public String link() {
                return "/dashboard/flattr?of=" + PlatformUserId.encoded(of);
            }
        }

        WhichPlatform(String handle, List<Choice> choices) {
            super(
                    ProblemType.WHICH_PLATFORM,
                    choices.isEmpty()
                            ? "Say on which server " + handle + " is, like @" + handle + "@social.example."
                            : "Say on which platform " + handle + " is: the same name is another person elsewhere.",
                    Map.of("choices", choices));
            this.choices = List.copyOf(choices);
        }

        public List<Choice> choices() {
            return choices;
        }
    }

    /** Nobody has set it up. */
    public static final class NoSuchPlatform extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NoSuchPlatform(String written) {
            super(
                    ProblemType.INVALID,
                    "Nobody on " + written
                            + " can be looked up from here. Give the address of their profile or of a page"
                            + " of theirs instead.",
                    Map.of("field", "of"));
        }
    }

    /** The platform knows nobody of that name. */
    public static final class NoSuchPerson extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NoSuchPerson(String platform, String written) {
            super(
                    ProblemType.NO_SUCH_PERSON,
                    platform + " knows nobody called " + written + ". Check the spelling.",
                    Map.of("platform", platform));
        }
    }

    /** Whoever it is, nobody logs in as it. */
    public static final class NotAPerson extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NotAPerson(String platform, String name) {
            super(
                    ProblemType.INVALID,
                    name + " on " + platform
                            + " is no person but an organisation or the like. Nobody can log in as it,"
                            + " so nobody could collect. Flattr its site instead, or the people in it.",
                    Map.of("field", "of"));
        }
    }

    /** What it answered says nothing about anybody, or nothing that could be believed. */
    public static final class NotUnderstood extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NotUnderstood(WebUrl asked) {
            super(
                    ProblemType.UNREACHABLE,
                    "What " + asked.displayHost() + " answers does not say who that is. Nothing was given.",
                    Map.of());
        }
    }

    /** It wants to be asked less often. */
    public static final class AskedTooOften extends PersonRefused {
        private static final long serialVersionUID = 1L;

        AskedTooOften(WebUrl asked, Instant until) {
            super(
                    ProblemType.UNREACHABLE,
                    asked.displayHost() + " was asked too often and answers nothing just now." + again(until),
                    Map.of());
        }
    }

    /** This server asks it no more often, so that it goes on answering. */
    public static final class EnoughAsked extends PersonRefused {
        private static final long serialVersionUID = 1L;

        private EnoughAsked(String sentence, Instant until, long retryAfterSeconds) {
            super(ProblemType.TOO_MANY_REQUESTS, sentence + again(until), Map.of("retry_after", retryAfterSeconds));
        }

        static EnoughAsked byOne(String platform, Instant until, long retryAfterSeconds) {
            return new EnoughAsked(
                    "You have looked up as many people on " + platform + " as one account can for now.",
                    until,
                    retryAfterSeconds);
        }

        static EnoughAsked byAll(String platform, Instant until, long retryAfterSeconds) {
            return new EnoughAsked(
                    "As many people on " + platform + " have been looked up from here as it puts up with.",
                    until,
                    retryAfterSeconds);
        }
    }

    /** It is out of order, or wants a token that this server does not have. */
    public static final class NotAnswered extends PersonRefused {
        private static final long serialVersionUID = 1L;

        NotAnswered(WebUrl asked, int status) {
            super(
                    ProblemType.UNREACHABLE,
                    asked.displayHost() + " does not say who that is: it answers with status " + status
                            + ". Try again later.",
                    Map.of());
        }
    }
}
