package org.obolus.things;

import java.util.Map;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why a thing is not there, or not as somebody wants it. */
public abstract sealed class ThingRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private ThingRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Nobody has registered it, or its owner has deleted it. */
    public static final class NotKnown extends ThingRefused {
        private static final long serialVersionUID = 1L;

        public NotKnown(ThingId thing) {
            super(ProblemType.NOT_FOUND, "There is no thing with the number " + thing + ".", Map.of("thing", thing));
        }

        NotKnown(ThingUrl url) {
            super(ProblemType.NOT_FOUND, "Nobody has registered this address yet. Anybody can.", Map.of("url", url));
        }
    }

    /** Only the proven owner may change it. */
    public static final class NotYours extends ThingRefused {
        private static final long serialVersionUID = 1L;

        NotYours(Thing thing) {
            super(
                    ProblemType.THING_OWNER,
                    "Only the proven owner changes this thing. "
                            + (thing.isAssigned()
                                    ? thing.givenAway()
                                    : "Prove the site " + thing.url().site() + ", or name your account in the page."),
                    Map.of("thing", thing.id()));
        }
    }

    /** They are looked up one by one. */
    public static final class OfAPerson extends ThingRefused {
        private static final long serialVersionUID = 1L;

        OfAPerson(ThingUrl url) {
            super(
                    ProblemType.NOT_A_THING_URL,
                    "This looks like the address of somebody whom nobody here has met, and nobody is asked about while many"
                            + " are registered. Send it alone: POST /api/v1/things.",
                    Map.of("url", url));
        }
    }

    /** Of whom nothing is known there is nothing to say again. */
    public static final class ByMail extends ThingRefused {
        private static final long serialVersionUID = 1L;

        ByMail(ThingUrl url) {
            super(
                    ProblemType.NOT_A_THING_URL,
                    "This is somebody who is known by an e-mail address alone. They are flattred and registered one by one:"
                            + " send it alone, POST /api/v1/things.",
                    Map.of("url", url));
        }
    }

    /** By its author a page may be somebody else's. */
    public static final class AuthorIsTheSites extends ThingRefused {
        private static final long serialVersionUID = 1L;

        AuthorIsTheSites(Thing thing) {
            super(
                    ProblemType.THING_OWNER,
                    "Who has written a page is for the proven owner of "
                            + thing.url().site() + " to say.",
                    Map.of("thing", thing.id(), "field", "author"));
        }
    }

    /** There are seven. */
    public static final class NoSuchCategory extends ThingRefused {
        private static final long serialVersionUID = 1L;

        NoSuchCategory() {
            super(
                    ProblemType.INVALID,
                    "There is no such category. Take one of those that /api/v1/categories lists.",
                    Map.of("field", "category"));
        }
    }

    /** It is not in the list. */
    public static final class NoSuchLanguage extends ThingRefused {
        private static final long serialVersionUID = 1L;

        NoSuchLanguage() {
            super(
                    ProblemType.INVALID,
                    "There is no such language. Take one of those that /api/v1/languages lists, for example en_GB.",
                    Map.of("field", "language"));
        }
    }

    /** More than fits, without its HTML. */
    public static final class TooLong extends ThingRefused {
        private static final long serialVersionUID = 1L;

        TooLong(String field, int most) {
            super(
                    ProblemType.INVALID,
                    "The field " + field + " is too long: without HTML it has at most " + most + " characters.",
                    Map.of("field", field, "limit", most));
        }
    }

    /** Less than anybody could understand, without its HTML. */
    public static final class TooShort extends ThingRefused {
        private static final long serialVersionUID = 1L;

        TooShort(String field, int least) {
            super(
                    ProblemType.INVALID,
                    "The field " + field + " is too short: without HTML it has at least " + least + " characters.",
                    Map.of("field", field, "limit", least));
        }
    }

    /** Nobody reads that many. */
    public static final class TooManyTags extends ThingRefused {
        private static final long serialVersionUID = 1L;

        TooManyTags(int most) {
            super(
                    ProblemType.INVALID,
                    "A thing has at most " + most + " tags.",
                    Map.of("field", "tags", "limit", most));
        }
    }

    /** A list in the place of one tag, or nothing. */
    public static final class NotATag extends ThingRefused {
        private static final long serialVersionUID = 1L;

        NotATag() {
            super(ProblemType.INVALID, "Each tag is a text of its own, without a comma.", Map.of("field", "tags"));
        }
    }

    /** One call carries so many and no more, so that none of them takes long. */
    public static final class TooManyThings extends ThingRefused {
        private static final long serialVersionUID = 1L;

        TooManyThings(int most) {
            super(
                    ProblemType.INVALID,
                    "One call registers at most " + most + " things. Send the others in a call of their own.",
                    Map.of("field", "things", "limit", most));
        }
    }

    /** Another address is another thing. */
    public static final class UrlStays extends ThingRefused {
        private static final long serialVersionUID = 1L;

        UrlStays() {
            super(
                    ProblemType.INVALID,
                    "The address of a thing stays. Register the other address as a thing of its own.",
                    Map.of("field", "url"));
        }
    }
}
