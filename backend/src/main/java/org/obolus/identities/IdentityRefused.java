package org.obolus.identities;

import java.time.Instant;
import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a site is not yours, or not yet. */
public abstract sealed class IdentityRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private IdentityRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** There is nothing to look for. */
    public static final class NotAsked extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        NotAsked(SiteHost site) {
            super(
                    ProblemType.NOT_FOUND,
                    site + " is not among your sites. Add it first: POST /api/v1/sites tells what to place there.",
                    Map.of("host", site));
        }
    }

    /** The site answered, but the token is not there. */
    public static final class ProofNotFound extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        ProofNotFound(SiteHost site, Sighting sighting) {
            super(
                    ProblemType.PROOF_NOT_FOUND,
                    "Your token is not to be seen at " + site + ". Place it and ask again. " + sighting.words(),
                    Map.of("host", site, "looked", sighting.looked()));
        }
    }

    /** Nothing answered, in the file's place nor on the home page. */
    public static final class Unreachable extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        Unreachable(SiteHost site, Sighting sighting) {
            super(
                    ProblemType.UNREACHABLE,
                    site + " could not be looked at. " + sighting.words(),
                    Map.of("host", site, "looked", sighting.looked()));
        }
    }

    /** Nobody doubts whose it is. */
    public static final class NoContest extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        NoContest(IdentityName name) {
            super(
                    ProblemType.NOT_FOUND,
                    "There is no contest about " + name.shown() + " that could be decided.",
                    Map.of("identity", name.shown()));
        }
    }

    /** It is decided between two people only. */
    public static final class NotInContest extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        NotInContest(IdentityName name) {
            super(
                    ProblemType.INVALID,
                    "The contest about " + name.shown() + " is between two other accounts. Name one of them.",
                    Map.of("field", "winner"));
        }
    }

    /** The present owner's proof still stands there, and is as strong. */
    public static final class OwnedByAnother extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        private OwnedByAnother(IdentityName name) {
            super(
                    ProblemType.OWNED_BY_ANOTHER,
                    "Another account has claimed this already. Give it up there first, if that account is yours.",
                    Map.of("identity", name.shown()));
        }

        OwnedByAnother(SiteHost site) {
            super(
                    ProblemType.OWNED_BY_ANOTHER,
                    "Somebody else has proven " + site + ", and their proof still stands there. If the site is yours"
                            + " now, remove theirs or place a stronger one, and ask again. Or dispute it with a proof"
                            + " that is as strong as theirs.",
                    Map.of("host", site));
        }

        static OwnedByAnother of(IdentityName name) {
            return name.site().map(OwnedByAnother::new).orElseGet(() -> new OwnedByAnother(name));
        }
    }

    /** An operator's word stands, until an operator takes it back. */
    public static final class DecidedForAnother extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        DecidedForAnother(IdentityName name) {
            super(
                    ProblemType.OWNED_BY_ANOTHER,
                    "An operator of this server has decided that "
                            + (name.site().isPresent() ? "this site" : "this")
                            + " is another account's. If something has changed since, write to them: they can decide"
                            + " again.",
                    Map.of("identity", name.shown()));
        }
    }

    /** Two people claim it, and it is not decided yet. */
    public static final class Contested extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        Contested(SiteHost site, Instant due) {
            super(ProblemType.CONTESTED, sentence(site.value(), due), Map.of("host", site, "due_at", due));
        }

        private Contested(IdentityName name, Instant due) {
            super(ProblemType.CONTESTED, sentence("this", due), Map.of("identity", name.shown(), "due_at", due));
        }

        static Contested of(IdentityName name, Instant due) {
            return name.site().map(site -> new Contested(site, due)).orElseGet(() -> new Contested(name, due));
        }

        private static String sentence(String what, Instant due) {
            return "Two people claim " + what + ". It is decided on "
                    + due.toString().substring(0, 10) + " by whose proof is the stronger one then, or by an operator of"
                    + " this server.";
        }
    }

    /** Only the proven owner decides that. */
    public static final class NotYours extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        NotYours(SiteHost site) {
            super(
                    ProblemType.FORBIDDEN,
                    "Only the proven owner of " + site + " decides that. Prove first that it is yours.",
                    Map.of("host", site));
        }
    }

    /** Whoever reads its mail owns an address, and that is not known yet. */
    public static final class Unconfirmed extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        Unconfirmed() {
            super(
                    ProblemType.FORBIDDEN,
                    "Your e-mail address is not confirmed yet. Follow the link that we sent you, then claim.",
                    Map.of());
        }
    }

    /** Whoever wants no flattrs has shown who they are by a stronger proof. */
    public static final class OptOutStands extends IdentityRefused {

        private static final long serialVersionUID = 1L;

        private static final Map<String, String> SHOWN = Map.of(
                "dns", "by a TXT record",
                "file", "by a file there",
                "meta", "by a tag in the home page",
                "rel_me", "by a link in the home page",
                "platform", "by logging in there",
                "email", "by a link mailed there",
                "operator", "to an operator of this server");

        OptOutStands(IdentityName name, String madeBy) {
            super(
                    ProblemType.OPTED_OUT,
                    name.site().map(SiteHost::value).orElse("It") + " takes no flattrs: whoever said so has shown "
                            + SHOWN.getOrDefault(madeBy, "it") + " that it is theirs. Show it in the same way, or in a"
                            + " stronger one, and that is over.",
                    Map.of("identity", name.shown()));
        }
    }

    /** A mailed link works for a while only, and no other does at all. */
    public static final class LinkOver extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        LinkOver() {
            super(
                    ProblemType.LINK_SPENT,
                    "This link does not work any more, or is not whole. Have another one sent.",
                    Map.of());
        }
    }

    /** Nobody has that name here. */
    public static final class NoSuchAccount extends IdentityRefused {
        private static final long serialVersionUID = 1L;

        NoSuchAccount(String username) {
            super(
                    ProblemType.INVALID,
                    "Nobody is called " + username + " here. Pages are given to people who have an account.",
                    Map.of("field", "username"));
        }
    }
}
