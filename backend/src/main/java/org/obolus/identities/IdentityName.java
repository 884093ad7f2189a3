package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import org.obolus.accounts.AccountId;

/** How an identity is written: {@code account:4711}, {@code site:blog.example}. */
public record IdentityName(@JsonValue String value) implements Comparable<IdentityName> {

    public static IdentityName of(AccountId account) {
        return new IdentityName("account:" + account);
    }

    public static IdentityName of(SiteHost site) {
        return new IdentityName("site:" + site);
    }

    @Override
    public int compareTo(IdentityName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
