package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of an assignment. */
public record AssignmentId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
