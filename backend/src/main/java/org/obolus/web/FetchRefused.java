package org.obolus.web;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a page that somebody named was not fetched. */
public abstract sealed class FetchRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private FetchRefused(ProblemType type, String sentence) {
        super(type, sentence);
    }

    private FetchRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** The host is in a network that strangers must not reach through this server. */
    public static final class PrivateAddress extends FetchRefused {
        private static final long serialVersionUID = 1L;

        PrivateAddress(WebUrl url) {
            super(
                    ProblemType.ADDRESS_REFUSED,
                    url.displayHost() + " is not on the public internet, and only public sites are visited from here.");
        }
    }

    /** Whatever listens there is no web site that people read. */
    public static final class UnusualPort extends FetchRefused {
        private static final long serialVersionUID = 1L;

        UnusualPort(WebUrl url) {
            super(
                    ProblemType.ADDRESS_REFUSED,
                    "Sites are visited on ports 80 and 443 only, and this address names port " + url.port() + ".");
        }
    }

    /** The site sends visitors to another one, which may be somebody else's. */
    public static final class LeadsAway extends FetchRefused {
        private static final long serialVersionUID = 1L;

        LeadsAway(WebUrl from, WebUrl to) {
            super(
                    ProblemType.ADDRESS_REFUSED,
                    from.origin() + " sends its visitors on to " + to.origin()
                            + ". If you mean that site, give its address instead.");
        }
    }

    /** The site sends visitors to what is no address on the web. */
    public static final class LeadsNowhere extends FetchRefused {
        private static final long serialVersionUID = 1L;

        LeadsNowhere(WebUrl from) {
            super(
                    ProblemType.ADDRESS_REFUSED,
                    from.origin() + " sends its visitors on to something that is not a web address.");
        }
    }

    /** Round in circles, most likely. */
    public static final class TooManyRedirects extends FetchRefused {
        private static final long serialVersionUID = 1L;

        TooManyRedirects(WebUrl url) {
            super(
                    ProblemType.UNREACHABLE,
                    url.displayHost() + " sends its visitors on and on. Give the address that it ends at.");
        }
    }

    /** No name server knows it. */
    public static final class NoSuchSite extends FetchRefused {
        private static final long serialVersionUID = 1L;

        NoSuchSite(WebUrl url) {
            super(ProblemType.UNREACHABLE, "There is no site named " + url.displayHost() + ". Check its spelling.");
        }
    }

    /** Those who should know what a domain says do not say it. */
    public static final class NoNameServer extends FetchRefused {
        private static final long serialVersionUID = 1L;

        NoNameServer(String name) {
            super(ProblemType.UNREACHABLE, "No name server answered about " + name + ". Try again later.");
        }
    }

    /** Nobody listens, the connection broke, or what came was not HTTP. */
    public static final class NoAnswer extends FetchRefused {
        private static final long serialVersionUID = 1L;

        NoAnswer(WebUrl url) {
            super(
                    ProblemType.UNREACHABLE,
                    url.displayHost() + " gave no answer that could be read. Check that it is up and try again.");
        }
    }

    /** What answers cannot show that it is the site. */
    public static final class BadCertificate extends FetchRefused {
        private static final long serialVersionUID = 1L;

        BadCertificate(WebUrl url) {
            super(
                    ProblemType.UNREACHABLE,
                    "The certificate of " + url.displayHost()
                            + " does not prove that it is that site. Renew it there.");
        }
    }

    /** It began, perhaps, but did not end. */
    public static final class TooSlow extends FetchRefused {
        private static final long serialVersionUID = 1L;

        TooSlow(WebUrl url, long seconds) {
            super(
                    ProblemType.UNREACHABLE,
                    url.displayHost() + " did not answer within " + seconds + " seconds. Try again later.");
        }
    }

    /** More than is read from a stranger. */
    public static final class TooLarge extends FetchRefused {
        private static final long serialVersionUID = 1L;

        TooLarge(WebUrl url, long bytes) {
            super(
                    ProblemType.UNREACHABLE,
                    "That page of " + url.displayHost() + " is larger than the " + bytes / 1024
                            + " kB that are read. Choose a smaller page.");
        }
    }

    /** Too many pages are being fetched for others. */
    public static final class Busy extends FetchRefused {
        private static final long serialVersionUID = 1L;
        private static final int RETRY_AFTER_SECONDS = 5;

        Busy() {
            super(
                    ProblemType.OVERLOADED,
                    "Too many sites are being visited just now. Try again in a few seconds.",
                    Map.of("retry_after", RETRY_AFTER_SECONDS));
        }
    }
}
