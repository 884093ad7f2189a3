package org.obolus.identities;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why pages of a site are not given to somebody. */
public abstract sealed class AssignmentRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private AssignmentRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** The site takes no flattrs, so that there is nothing to give. */
    public static final class SiteOptedOut extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        SiteOptedOut(SiteHost site) {
            super(
                    ProblemType.OPTED_OUT,
                    site + " has opted out of flattrs. Accept them again before you give its pages to others.",
                    Map.of("host", site));
        }
    }

    /** What is one's own cannot be given to oneself. */
    public static final class OwnAccount extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        OwnAccount() {
            super(
                    ProblemType.INVALID,
                    "That is your own account: everything on your site is yours already.",
                    Map.of("field", "username"));
        }
    }

    /** The same pages cannot be two people's. */
    public static final class AssignedAlready extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        AssignedAlready(Assignment there) {
            super(
                    ProblemType.ASSIGNED_ALREADY,
                    "These pages are given or offered to " + there.username() + " from "
                            + there.from().toString().substring(0, 10) + " on already. End that first.",
                    Map.of("assignment", there.id()));
        }
    }

    /** Nobody is to be buried in offers. */
    public static final class TooManyOffers extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        TooManyOffers(String username, int most) {
            super(
                    ProblemType.TOO_MANY_ASSIGNMENTS,
                    username + " has not answered " + most + " offers of yours. Wait, or give a whole path or author.",
                    Map.of("limit", most));
        }
    }

    /** It never was, has ended, or is about somebody else's site. */
    public static final class NoSuchAssignment extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        NoSuchAssignment(AssignmentId id) {
            super(ProblemType.NOT_FOUND, "There is no assignment " + id + " of yours.", Map.of("assignment", id));
        }
    }

    /** Whoever may only propose is not to bury the owner. */
    public static final class TooManyProposals extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        TooManyProposals(SiteHost site, int most) {
            super(
                    ProblemType.TOO_MANY_ASSIGNMENTS,
                    most + " proposals wait for the word of the owner of " + site
                            + ", the most that can. First the owner has to confirm some or end them, under"
                            + " /dashboard/sites/" + site + "/assignments.",
                    Map.of("host", site, "limit", most));
        }
    }

    /** One rule for an author or a path is for all their pages. */
    public static final class TooManyAssignments extends AssignmentRefused {
        private static final long serialVersionUID = 1L;

        TooManyAssignments(SiteHost site, int most) {
            super(
                    ProblemType.TOO_MANY_ASSIGNMENTS,
                    site + " has " + most
                            + " assignments, the most that a site can have. End some, or give a whole path.",
                    Map.of("host", site, "limit", most));
        }
    }
}
