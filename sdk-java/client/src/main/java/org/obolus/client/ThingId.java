package org.obolus.client;

/** A thing, by the number that its server gave it. */
public record ThingId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
