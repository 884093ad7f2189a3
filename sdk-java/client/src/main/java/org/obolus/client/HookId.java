package org.obolus.client;

/** An address that is told of events, by the number that its server gave it. */
public record HookId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
