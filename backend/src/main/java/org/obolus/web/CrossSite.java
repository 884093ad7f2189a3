package org.obolus.web;

import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a request that would change something was not believed to come from one of our own pages. */
public abstract sealed class CrossSite extends Problem {

    private static final long serialVersionUID = 1L;

    private CrossSite(String sentence) {
        super(ProblemType.CROSS_SITE, sentence);
    }

    /** The browser says that a page of another site sent it. */
    public static final class OtherSite extends CrossSite {
        private static final long serialVersionUID = 1L;

        OtherSite() {
            super("Another site sent this in your name, so nothing was done. Open the page here and try again.");
        }
    }

    /** It carries a session but does not say where it comes from, as every browser would. */
    public static final class NoOrigin extends CrossSite {
        private static final long serialVersionUID = 1L;

        NoOrigin() {
            super(
                    "This request carries a cookie but no Origin, so nothing was done. Programs use an API token instead.");
        }
    }
}
