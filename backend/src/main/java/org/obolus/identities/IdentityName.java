package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import org.obolus.accounts.AccountId;

/** How an identity is written: {@code account:4711}, {@code site:blog.example}, {@code github:user:id:4711}. */
public record IdentityName(@JsonValue String value) implements Comparable<IdentityName> {

    public static IdentityName of(AccountId account) {
        return new IdentityName("account:" + account);
    }

    public static IdentityName of(SiteHost site) {
        return new IdentityName("site:" + site);
    }

    /** Somebody on another platform, by what it calls them for ever. */
    public static IdentityName of(PlatformName platform, String userId) {
        return new IdentityName(platform + ":user:id:" + userId);
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
