package org.obolus.identities;

import org.obolus.problems.Unacceptable;

/** Why an operator decided a contest as they did: a sentence that both sides can read. */
public record DecisionReason(String sentence) {

    private static final int LONGEST = 500;

    public DecisionReason {
        sentence = sentence == null ? "" : sentence.strip();
        if (sentence.isEmpty() || sentence.length() > LONGEST) {
            throw new Unacceptable.Invalid(
                    "reason", "Give a reason of at most 500 characters; both sides can read it.");
        }
    }
}
