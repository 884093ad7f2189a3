package org.obolus.flattrs;

import org.obolus.problems.Unacceptable;

/** Why a flattr was voided: a sentence that its supporter and its creator can read. */
public record VoidReason(String sentence) {

    private static final int LONGEST = 500;

    public VoidReason {
        sentence = sentence == null ? "" : sentence.strip();
        if (sentence.isEmpty() || sentence.length() > LONGEST) {
            throw new Unacceptable.Invalid(
                    "reason", "Give a reason of at most 500 characters; the supporter and the creator can read it.");
        }
    }
}
