package org.obolus.client;

import java.util.Objects;
import java.util.Optional;

/** A call that did not succeed. There are three cases, and the compiler knows them. */
public abstract sealed class ObolusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ObolusException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same, thrown where somebody waits for it rather than where it happened. */
    abstract ObolusException here();

    /** The server understood and said no; the problem says why and what to do. */
    public static final class Refused extends ObolusException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;
        private final String requestId;

        /** For programs that play the server in their tests. */
        public Refused(Problem problem) {
            this(problem, null, null);
        }

        Refused(Problem problem, String requestId, Throwable cause) {
            super(sentence(problem, requestId), cause);
            this.problem = problem;
            this.requestId = requestId;
        }

        public Problem problem() {
            return problem;
        }

        public int status() {
            return problem.status();
        }

        /** By which the operator of the server finds the request, where the server gave one. */
        public Optional<String> requestId() {
            return Optional.ofNullable(requestId);
        }

        @Override
        ObolusException here() {
            return new Refused(problem, requestId, this);
        }

        private static String sentence(Problem problem, String requestId) {
            var id = requestId == null ? "" : " (request " + requestId + ")";
            return problem.status() + " " + problem.code() + ": " + problem.detail() + id;
        }
    }

    /** No answer came: the effect may be there or not, and repeating the call under the same key is safe. */
    public static final class Unreachable extends ObolusException {

        private static final long serialVersionUID = 1L;

        /** For programs that play a broken network in their tests. */
        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        ObolusException here() {
            return new Unreachable(getMessage(), this);
        }
    }

    /** Something answered that is no Obolus server, or one that this library cannot read. */
    public static final class Unintelligible extends ObolusException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String requestId;

        Unintelligible(int status, String sentence, String requestId, Throwable cause) {
            super(status + ": " + sentence + (requestId == null ? "" : " (request " + requestId + ")"), cause);
            this.status = status;
            this.requestId = requestId;
        }

        private Unintelligible(Unintelligible other) {
            super(Objects.requireNonNull(other.getMessage()), other);
            this.status = other.status;
            this.requestId = other.requestId;
        }

        public int status() {
            return status;
        }

        /** By which the operator of the server finds the request, where the server gave one. */
        public Optional<String> requestId() {
            return Optional.ofNullable(requestId);
        }

        @Override
        ObolusException here() {
            return new Unintelligible(this);
        }
    }
}
