package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.database.Transactions;
import org.obolus.web.Neighbourhood;

/** Lets in whoever knows the password of an account, and tells nobody else whether there is one. */
@ApplicationScoped
class LogIn {

    private static final int LONGEST_NAME = 254;

    private final Transactions transactions;
    private final PasswordHashes hashes;
    private final AccountRows rows;
    private final Grants grants;
    private final Attempts attempts;

    LogIn(Transactions transactions, PasswordHashes hashes, AccountRows rows, Grants grants, Attempts attempts) {
        this.transactions = transactions;
        this.hashes = hashes;
        this.rows = rows;
        this.grants = grants;
        this.attempts = attempts;
    }

    Uni<Grants.Issued> with(String written, Password password, Neighbourhood here, String browser) {
        var name = written == null ? "" : written.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new AccountRefused.NoSuchLogIn();
        }
        return attempts.logIn(name, here)
                .chain(() -> transactions.read(connection -> byName(connection, name)))
                .chain(found -> check(found, password))
                .call(() -> attempts.loggedIn(name, here))
                .map(Account::confirmed)
                .chain(known -> transactions.run(connection -> begin(connection, known, browser)));
    }

    /** An address counts only for whoever confirmed it, or trying it out would tell who did. */
    private Uni<Optional<Account>> byName(SqlConnection connection, String name) {
        var email = EmailAddress.read(name);
        if (email.isPresent()) {
            return rows.ownerOf(connection, email.get().value());
        }
        return Username.read(name)
                .map(username -> rows.named(connection, username))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Account> check(Optional<Account> found, Password password) {
        return hashes.matches(password, found.map(Account::passwordHash)).map(matches -> {
            if (!matches) {
                throw new AccountRefused.NoSuchLogIn();
            }
            return found.get();
        });
    }

    /** A password that is changed meanwhile ends all log-ins; this one must not come in after them. */
    private Uni<Grants.Issued> begin(SqlConnection connection, Account known, String browser) {
        return rows.holdUnchanged(connection, known)
                .map(held -> held.orElseThrow(AccountRefused.NoSuchLogIn::new))
                .chain(held -> grants.logIn(connection, held, browser));
    }
}
