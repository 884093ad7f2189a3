package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obolus.database.Sql;

/** Accounts in the database. */
@ApplicationScoped
class AccountRows {

    private static final String USERNAME_IS_UNIQUE = "accounts_username_key_key";
    private static final String EMAIL_IS_UNIQUE = "accounts_confirmed_email";
    private static final String INSERT = """
            insert into accounts (username, email, password_hash, created_at) values ($1, $2, $3, $4) returning *""";
    private static final String BY_ID = "select * from accounts where id = $1";
    private static final String BY_USERNAME = "select * from accounts where username_key = lower($1)";
    private static final String BY_CONFIRMED_EMAIL =
            "select * from accounts where email_key = lower($1) and confirmed_at is not null";
    /** Whoever has confirmed the address; else whoever typed it last. */
    private static final String BY_EMAIL = """
            select * from accounts where email_key = lower($1) order by confirmed_at is null, id desc limit 1""";

    private static final String SHARE_UNCHANGED =
            "select * from accounts where id = $1 and password_hash = $2 for share";
    private static final String SHARE = "select * from accounts where id = $1 for share";
    private static final String CONFIRM = """
            update accounts set confirmed_at = coalesce(confirmed_at, $3) where id = $1 and lower($2) = email_key
            returning *""";
    private static final String SET_PASSWORD = "update accounts set password_hash = $2 where id = $1 returning *";
    private static final String REPLACE_PASSWORD = """
            update accounts set password_hash = $2 where id = $1 and password_hash = $3 returning *""";
    private static final String GRANT_OPERATOR = "update accounts set operator = true where id = $1";
    private static final String ALL = "select * from accounts where id = any($1)";

    private final Clock clock;

    AccountRows(Clock clock) {
        this.clock = clock;
    }

    /** Fails with {@link AccountRefused.UsernameTaken}. */
    Uni<Account> add(SqlClient client, Username username, EmailAddress email, String passwordHash) {
        var row = Tuple.of(
                username.value(), email.value(), passwordHash, clock.instant().atOffset(ZoneOffset.UTC));
        return Sql.one(client, INSERT, row, Account::of)
                .onFailure(failure -> Sql.violates(failure, USERNAME_IS_UNIQUE))
                .transform(duplicate -> new AccountRefused.UsernameTaken(username));
    }

    Uni<Account> find(SqlClient client, AccountId id) {
        return Sql.one(client, BY_ID, Tuple.of(id.value()), Account::of);
    }

    Uni<Optional<Account>> named(SqlClient client, Username username) {
        return Sql.first(client, BY_USERNAME, Tuple.of(username.value()), Account::of);
    }

    Uni<Optional<Account>> ownerOf(SqlClient client, String email) {
        return Sql.first(client, BY_CONFIRMED_EMAIL, Tuple.of(email), Account::of);
    }

    Uni<Optional<Account>> likeliestOwnerOf(SqlClient client, EmailAddress email) {
        return Sql.first(client, BY_EMAIL, Tuple.of(email.value()), Account::of);
    }

    Uni<Map<AccountId, String>> usernames(SqlClient client, Collection<AccountId> ids) {
        var values = ids.stream().map(AccountId::value).toArray(Long[]::new);
        return Sql.list(client, ALL, Tuple.tuple().addArrayOfLong(values), Account::of)
                .map(accounts -> accounts.stream().collect(Collectors.toMap(Account::id, Account::username)));
    }

    /** Holds the account for the caller's transaction; empty when its password is no longer the one that was checked. */
    Uni<Optional<Account>> holdUnchanged(SqlClient client, Account checked) {
        return Sql.first(client, SHARE_UNCHANGED, Tuple.of(checked.id().value(), checked.passwordHash()), Account::of);
    }

    /** Holds the account, so that its password cannot change before the caller's transaction is over. */
    Uni<Account> hold(SqlClient client, AccountId id) {
        return Sql.one(client, SHARE, Tuple.of(id.value()), Account::of);
    }

    /** Fails with {@link AccountRefused.LinkSpent} when somebody else has confirmed this address first. */
    Uni<Account> confirm(SqlClient client, AccountId id, String email) {
        var values = Tuple.of(id.value(), email, clock.instant().atOffset(ZoneOffset.UTC));
        return Sql.first(client, CONFIRM, values, Account::of)
                .map(found -> found.orElseThrow(AccountRefused.LinkSpent::new))
                .onFailure(failure -> Sql.violates(failure, EMAIL_IS_UNIQUE))
                .transform(taken -> new AccountRefused.LinkSpent());
    }

    Uni<Account> setPassword(SqlClient client, AccountId id, String passwordHash) {
        return Sql.one(client, SET_PASSWORD, Tuple.of(id.value(), passwordHash), Account::of);
    }

    /** Empty when the password is no longer the one that was checked. */
    Uni<Optional<Account>> replacePassword(SqlClient client, Account checked, String passwordHash) {
        var values = Tuple.of(checked.id().value(), passwordHash, checked.passwordHash());
        return Sql.first(client, REPLACE_PASSWORD, values, Account::of);
    }

    Uni<Void> grantOperator(SqlClient client, AccountId id) {
        return Sql.run(client, GRANT_OPERATOR, Tuple.of(id.value())).replaceWithVoid();
    }
}
