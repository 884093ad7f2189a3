package org.obolus.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A log-in, a personal token, or what somebody has allowed a site or an app: what every token names, and what can be
 * ended.
 *
 * @param site the only origin on whose pages it holds; empty where it holds everywhere
 * @param app whose program acts with it; empty where it is the person's own
 */
public record Grant(
        UUID id,
        AccountId account,
        String username,
        Kind kind,
        Set<Scope> scopes,
        Instant expiresAt,
        Optional<String> site,
        Optional<UUID> app) {

    Grant(UUID id, AccountId account, String username, Kind kind, Set<Scope> scopes, Instant expiresAt) {
        this(id, account, username, kind, scopes, expiresAt, Optional.empty(), Optional.empty());
    }

    Grant on(String origin) {
        return new Grant(id, account, username, kind, scopes, expiresAt, Optional.of(origin), app);
    }

    Grant to(UUID named) {
        return new Grant(id, account, username, kind, scopes, expiresAt, site, Optional.of(named));
    }

    /** Where a token of this grant is accepted; its name is the token's audience (RFC 7519, section 4.1.3). */
    public enum Kind {
        BROWSER("session", "session+jwt"),
        PERSONAL("api", "api+jwt"),
        BUTTON("button", "button+jwt"),
        APP("api", "at+jwt");

        private final String audience;
        private final String type;

        Kind(String audience, String type) {
            this.audience = audience;
            this.type = type;
        }

        String audience() {
            return audience;
        }

        /** What the token's header says it is, so that no other kind of token passes for it (RFC 8725, section 3.11; an app's as RFC 9068 names it). */
        String type() {
            return type;
        }
    }
}
