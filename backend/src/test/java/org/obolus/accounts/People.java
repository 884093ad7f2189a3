package org.obolus.accounts;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.obolus.database.Transactions;
import org.obolus.testing.Person;

/** Makes accounts for tests: new ones each time, so that no test meets another's people. */
@ApplicationScoped
public class People {

    private static final AtomicLong COUNTER = new AtomicLong();
    private static final String CREATE = """
            insert into accounts (username, email, confirmed_at, password_hash, operator, created_at)
            values (?, ? || '@mail.example', now(), 'none', ?, now()) returning id""";

    private final AgroalDataSource database;
    private final Transactions transactions;
    private final Grants grants;
    private final AccountRows rows;
    private final PasswordHashes hashes;
    private final Clock clock;

    People(
            AgroalDataSource database,
            Transactions transactions,
            Grants grants,
            AccountRows rows,
            PasswordHashes hashes,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.grants = grants;
        this.rows = rows;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** A new account whose username begins with this name. */
    public Person person(String name) {
        return create(name, false);
    }

    public Person operator(String name) {
        return create(name, true);
    }

    /** Gives somebody a password; those that are made here have none. */
    public void knowsThePassword(Person person, String password) {
        var id = new AccountId(person.id());
        hashes.hash(Password.chosen("password", password, person.username()))
                .chain(hash -> transactions.run(connection -> rows.setPassword(connection, id, hash)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Person create(String name, boolean operator) {
        var username = name + COUNTER.incrementAndGet();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(CREATE)) {
            insert.setString(1, username);
            insert.setString(2, username);
            insert.setBoolean(3, operator);
            try (var created = insert.executeQuery()) {
                created.next();
                return withToken(created.getLong(1), username);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Person withToken(long id, String username) {
        return new Person(
                id, username, token(id, username, Grant.Kind.PERSONAL), token(id, username, Grant.Kind.BROWSER));
    }

    private String token(long id, String username, Grant.Kind kind) {
        var lasts = Duration.ofHours(1);
        return begin(new Grant(
                UUID.randomUUID(),
                new AccountId(id),
                username,
                kind,
                Set.of(Scope.values()),
                clock.instant().plus(lasts)));
    }

    /** The token of a grant that begins now, however odd. */
    String begin(Grant grant) {
        return transactions
                .run(connection -> grants.begin(connection, grant, "test"))
                .await()
                .atMost(Duration.ofSeconds(10))
                .token();
    }
}
