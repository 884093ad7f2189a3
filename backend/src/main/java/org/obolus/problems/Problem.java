package org.obolus.problems;

import java.util.Map;

/**
 * A refusal with a name and a sentence that a person can act on (RFC 9457).
 *
 * <p>Each feature has one sealed family of these. They carry no stack trace: a refusal is an answer, not an accident.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> members;

    protected Problem(ProblemType type, String sentence) {
        this(type, sentence, Map.of());
    }

    protected Problem(ProblemType type, String sentence, Map<String, Object> members) {
        super(sentence, null, false, false);
        this.type = type;
        this.members = members;
    }

    public ProblemType type() {
        return type;
    }

    /** Facts beside the sentence for programs, for example the thing that was refused. */
    public Map<String, Object> members() {
        return members;
    }
}
