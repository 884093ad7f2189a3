package org.obolus.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a token belongs to.
 *
 * @param email only for a token with the scope {@code email}
 */
public record Account(AccountId id, String username, Optional<String> email, boolean operator, Instant createdAt) {

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
