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
                    "Only the proven owner changes this thing. Prove the site "
                            + thing.url().site() + ", or name your account in the page.",
                    Map.of("thing", thing.id()));
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
}
