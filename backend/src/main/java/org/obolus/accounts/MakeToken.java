package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/** Makes personal tokens, by which programs act for somebody. */
@ApplicationScoped
class MakeToken {

    private static final int MOST_TOKENS = 50;
    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;
    private final AccountRows rows;
    private final Grants grants;

    MakeToken(Transactions transactions, AccountRows rows, Grants grants) {
        this.transactions = transactions;
        this.rows = rows;
        this.grants = grants;
    }

    Uni<Grants.Issued> named(String written, Set<Scope> scopes, Grant by) {
        var name = checked(written);
        if (scopes.isEmpty()) {
            throw new Unacceptable.Invalid("scopes", "Name at least one scope: what the token may do.");
        }
        return transactions.run(connection -> rows.hold(connection, by.account())
                .call(() -> stillLoggedIn(connection, by))
                .call(() -> room(connection, by.account()))
                .chain(account -> grants.personal(connection, account, name, scopes)));
    }

    /** Held until the commit: ending all grants, as a new password does, cannot miss the token that is made here. */
    private Uni<Void> stillLoggedIn(SqlConnection connection, Grant by) {
        return grants.isActive(connection, by.id())
                .invoke(active -> {
                    if (!active) {
                        throw new AccessRefused.NotLoggedIn("Log in first.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> room(SqlConnection connection, AccountId account) {
        return grants.active(connection, account, Grant.Kind.PERSONAL)
                .invoke(active -> {
                    if (active.size() >= MOST_TOKENS) {
                        throw new AccountRefused.TooManyTokens(MOST_TOKENS);
                    }
                })
                .replaceWithVoid();
    }

    private static String checked(String written) {
        var name = written == null ? "" : written.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Unacceptable.Invalid(
                    "name", "A token has a name of 1 to " + LONGEST_NAME + " characters, by which you will know it.");
        }
        return name;
    }
}
