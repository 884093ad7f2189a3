package org.obolus.identities;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why it is not known who somebody is on a platform. Nothing was changed, whichever it is. */
public abstract sealed class LogInRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private LogInRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    private LogInRefused(LogInPlatform platform, String sentence) {
        this(ProblemType.LOG_IN_FAILED, sentence, Map.of("platform", platform.name()));
    }

    /** It is unknown, or the operator has no application there. */
    public static final class NoSuchPlatform extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NoSuchPlatform(String written) {
            super(ProblemType.NOT_FOUND, "Nobody can log in by " + written + " here.", Map.of());
        }
    }

    /** Nothing that was begun here ends like that. */
    public static final class NotBegunHere extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotBegunHere() {
            super(
                    ProblemType.LOG_IN_FAILED,
                    "This browser began no such log-in, or it is over: each is good once, for ten minutes, and only the"
                            + " latest of a browser. Begin again.",
                    Map.of());
        }
    }

    /** The person said no over there. */
    public static final class Declined extends LogInRefused {
        private static final long serialVersionUID = 1L;

        Declined(LogInPlatform platform) {
            super(
                    platform,
                    "You did not let us see who you are on " + platform.shown()
                            + ". Nothing was changed. Without that nothing can be collected.");
        }
    }

    /** The platform names a reason of its own. */
    public static final class Refused extends LogInRefused {
        private static final long serialVersionUID = 1L;

        Refused(LogInPlatform platform, String reason) {
            super(
                    platform,
                    platform.shown() + " did not complete the log-in: " + reason
                            + ". Nothing was changed. Begin again.");
        }
    }

    /** It is out of reach. */
    public static final class NotAnswered extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotAnswered(LogInPlatform platform, String why) {
            super(platform, platform.shown() + " could not be asked. " + why + " Nothing was changed.");
        }
    }

    /** What came is not what such a platform says. */
    public static final class NotUnderstood extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotUnderstood(LogInPlatform platform) {
            super(
                    platform,
                    platform.shown()
                            + " answered something that cannot be understood here. Nothing was changed. Try again later.");
        }
    }

    /** A server of many is believed about its own people only. */
    public static final class OfAnotherServer extends LogInRefused {
        private static final long serialVersionUID = 1L;

        OfAnotherServer(LogInPlatform platform, SiteHost home) {
            super(
                    platform,
                    platform.shown() + " says that you are on "
                            + home.page("https", "/").displayHost()
                            + ". Log in there: only that server can say who its people are. Nothing was changed.");
        }
    }

    /** Nothing at what people typed as their server answers as one. */
    public static final class NotAServer extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotAServer(LogInPlatform platform, String why) {
            super(
                    platform,
                    why + " Check how you wrote your server: it is what stands behind the last @ of your address at "
                            + platform.directory().name() + ", social.example in @you@social.example.");
        }
    }

    /** There is no log-in at a platform that could be used, or it was long ago. */
    public static final class NotProven extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotProven() {
            super(
                    ProblemType.LOG_IN_FAILED,
                    "Log in at the platform first: this browser has shown nobody there lately, or has used it.",
                    Map.of());
        }
    }

    /** Two others dispute it already. */
    public static final class Contested extends LogInRefused {
        private static final long serialVersionUID = 1L;

        Contested(PlatformUser user) {
            super(
                    ProblemType.CONTESTED,
                    "Two accounts claim " + user.shown()
                            + " already, and it is not decided which of them it is. Try again when it is.",
                    Map.of("identity", user.identity()));
        }
    }

    /** Somebody else decides that now. */
    public static final class NotYours extends LogInRefused {
        private static final long serialVersionUID = 1L;

        NotYours() {
            super(ProblemType.NOT_FOUND, "There is nobody of that name among yours.", Map.of());
        }
    }
}
