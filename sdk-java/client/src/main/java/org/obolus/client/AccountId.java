package org.obolus.client;

/** An account, by the number that its server gave it. */
public record AccountId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
