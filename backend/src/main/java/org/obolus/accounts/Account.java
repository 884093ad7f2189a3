package org.obolus.accounts;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** Somebody who can log in, give and receive. */
final class Account {

    private final AccountId id;
    private final String username;
    private final String email;
    private final Optional<Instant> confirmedAt;
    private final String passwordHash;
    private final boolean operator;
    private final Instant createdAt;

    private Account(Row row) {
        id = new AccountId(row.getLong("id"));
        username = row.getString("username");
        email = row.getString("email");
        confirmedAt = Optional.ofNullable(row.getOffsetDateTime("confirmed_at")).map(time -> time.toInstant());
        passwordHash = row.getString("password_hash");
        operator = row.getBoolean("operator");
        createdAt = row.getOffsetDateTime("created_at").toInstant();
    }

    static Account of(Row row) {
        return new Account(row);
    }

    /** @throws AccountRefused.Unconfirmed until the owner of the address has said that it is theirs */
    Account confirmed() {
        if (confirmedAt.isEmpty()) {
            throw new AccountRefused.Unconfirmed();
        }
        return this;
    }

    AccountId id() {
        return id;
    }

    String username() {
        return username;
    }

    String email() {
        return email;
    }

    boolean isConfirmed() {
        return confirmedAt.isPresent();
    }

    /** The address whose mail its owner has shown to read. */
    Optional<EmailAddress> confirmedEmail() {
        return isConfirmed() ? EmailAddress.read(email) : Optional.empty();
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isOperator() {
        return operator;
    }

    Instant createdAt() {
        return createdAt;
    }
}
