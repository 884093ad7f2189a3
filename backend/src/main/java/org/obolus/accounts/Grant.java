package org.obolus.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A log-in or a personal token: what every token names, and what can be ended.
 *
 * @param site the only origin on whose pages it holds; empty where it holds everywhere
 */
public record Grant(
        UUID id,
        AccountId account,
        String username,
        Kind kind,
        Set<Scope> scopes,
        Instant expiresAt,
        Optional<String> site) {

    Grant(UUID id, AccountId account, String username, Kind kind, Set<Scope> scopes, Instant expiresAt) {
        this(id, account, username, kind, scopes, expiresAt, Optional.empty());
    }

    /** Where a token of this grant is accepted; its name is the token's audience (RFC 7519, section 4.1.3). */
    public enum Kind {
        BROWSER("session"),
        PERSONAL("api"),
        BUTTON("button");

        private final String audience;

        Kind(String audience) {
            this.audience = audience;
        }

        String audience() {
            return audience;
        }

        /** What the token's header says it is, so that no other kind of token passes for it (RFC 8725, section 3.11). */
        String type() {
            return audience + "+jwt";
        }
    }
}
