package org.obolus.problems;

import java.util.Map;

/** Input that cannot be read or may not be: for values that every feature shares. */
public abstract sealed class Unacceptable extends Problem {

    private static final long serialVersionUID = 1L;

    private Unacceptable(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** The request's form is broken, before its meaning matters. */
    public static final class Malformed extends Unacceptable {
        private static final long serialVersionUID = 1L;

        public Malformed(String sentence) {
            super(ProblemType.MALFORMED, sentence, Map.of());
        }
    }

    /** One field holds something it cannot hold. */
    public static final class Invalid extends Unacceptable {
        private static final long serialVersionUID = 1L;

        public Invalid(String field, String sentence) {
            super(ProblemType.INVALID, sentence, Map.of("field", field));
        }
    }

    /** Nothing of that name is known here. */
    public static final class Unknown extends Unacceptable {
        private static final long serialVersionUID = 1L;

        public Unknown(String sentence) {
            super(ProblemType.NOT_FOUND, sentence, Map.of());
        }
    }

    /** The queue is full; the caller may come back after the seconds named. */
    public static final class Overloaded extends Unacceptable {
        private static final long serialVersionUID = 1L;

        public Overloaded(int retryAfterSeconds) {
            super(
                    ProblemType.OVERLOADED,
                    "More is coming in than can be written down. Try again in a moment; nothing of yours was counted.",
                    Map.of("retry_after", retryAfterSeconds));
        }
    }

    /** A limit was passed; the caller may come back after the seconds named. */
    public static final class TooManyRequests extends Unacceptable {
        private static final long serialVersionUID = 1L;

        public TooManyRequests(long retryAfterSeconds) {
            super(
                    ProblemType.TOO_MANY_REQUESTS,
                    "That was too often in too short a time. Try again in " + retryAfterSeconds + " seconds.",
                    Map.of("retry_after", retryAfterSeconds));
        }
    }
}
