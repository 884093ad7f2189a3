package org.obolus.client;

/** An assignment, by the number that its server gave it. */
public record AssignmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
