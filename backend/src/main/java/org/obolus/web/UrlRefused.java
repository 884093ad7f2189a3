package org.obolus.web;

import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why an address is none that can be flattred, proven or fetched. */
public abstract sealed class UrlRefused extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private UrlRefused(String sentence) {
        super(ProblemType.NOT_A_THING_URL, sentence);
    }

    private static String shown(String text) {
        var line = text.replaceAll("\\p{C}", "\uFFFD");
        return "“" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "”";
    }

    /** There is no scheme, so nobody can know which site is meant. */
    public static final class NotAbsolute extends UrlRefused {
        private static final long serialVersionUID = 1L;

        NotAbsolute() {
            super("Write the whole address of the page, beginning with https://.");
        }
    }

    /** It is no address on the web: a script, a file, a mail address. */
    public static final class OtherScheme extends UrlRefused {
        private static final long serialVersionUID = 1L;

        OtherScheme(String scheme) {
            super("Only addresses that begin with http:// or https:// are read here, not " + shown(scheme + ":") + ".");
        }
    }

    /** The place of the host is empty. */
    public static final class NoHost extends UrlRefused {
        private static final long serialVersionUID = 1L;

        NoHost() {
            super("This address names no site. Write it like https://example.org/page.");
        }
    }

    /** The host is neither a name nor an address that a browser would open. */
    public static final class NotAHost extends UrlRefused {
        private static final long serialVersionUID = 1L;

        NotAHost(String host) {
            super("No browser opens a site named " + shown(host) + ". Check its spelling.");
        }
    }

    /** The port is no number up to 65535. */
    public static final class NotAPort extends UrlRefused {
        private static final long serialVersionUID = 1L;

        NotAPort() {
            super("After the colon behind the site's name comes a port, a number up to 65535, or nothing.");
        }
    }

    /** Somebody pasted an address with their own name or password in it. */
    public static final class Credentials extends UrlRefused {
        private static final long serialVersionUID = 1L;

        Credentials() {
            super("This address carries a user name or a password. Remove everything from // to @ and send it again.");
        }
    }

    /** More than anybody could keep or show. */
    public static final class TooLong extends UrlRefused {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("This address is too long: " + WebUrl.MOST_CHARACTERS + " characters are read at most.");
        }
    }
}
