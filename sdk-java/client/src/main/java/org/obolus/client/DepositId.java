package org.obolus.client;

/** A deposit, by the number that its server gave it. */
public record DepositId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
