package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.obolus.problems.Problem;

/** What came of one of many registrations: its address as it was sent, and the thing or the refusal. */
public record Outcome(String url, Status status, Optional<Thing> thing, Optional<Problem> problem) {

    /** A thing that its owner described in other words before is changed; one that a stranger names again is not. */
    public enum Status {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        static Status of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome of(String url, Status status, Thing thing) {
        return new Outcome(url, status, Optional.of(thing), Optional.empty());
    }

    static Outcome refused(String url, Problem problem) {
        return new Outcome(url, Status.REFUSED, Optional.empty(), Optional.of(problem));
    }
}
