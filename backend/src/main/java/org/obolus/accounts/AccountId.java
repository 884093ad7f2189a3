package org.obolus.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names an account, for giving and for receiving alike. */
public record AccountId(@JsonValue long value) implements Comparable<AccountId> {

    @JsonCreator
    public AccountId {}

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
