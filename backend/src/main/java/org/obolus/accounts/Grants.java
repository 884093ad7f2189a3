package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Begins and ends log-ins and personal tokens. */
@ApplicationScoped
class Grants {

    private static final String BEGIN = """
            insert into grants (id, account_id, kind, name, scopes, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String END = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where id = any($1) and account_id = $2 and ended_at is null""";
    private static final String BROWSER_NAME = "browser";

    private final Transactions transactions;
    private final AccountsConfig config;
    private final Clock clock;
    private final Tokens tokens;
    private final EndedGrants ended;

    Grants(Transactions transactions, AccountsConfig config, Clock clock, Tokens tokens, EndedGrants ended) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
        this.tokens = tokens;
        this.ended = ended;
    }

    /** A signed token and the grant behind it; the token itself is not kept. */
    record Issued(Grant grant, String token) {}

    Uni<Issued> logIn(AccountId account, String username) {
        return begin(
                account, username, Grant.Kind.BROWSER, BROWSER_NAME, Set.of(Scope.values()), config.browserLasts());
    }

    Uni<Issued> personal(AccountId account, String username, String name, Set<Scope> scopes) {
        return begin(account, username, Grant.Kind.PERSONAL, name, scopes, config.personalTokenLasts());
    }

    /** Ends a grant of this account: here at once, elsewhere within a second. */
    Uni<Boolean> end(AccountId account, UUID... grants) {
        return transactions
                .run(connection -> Sql.run(connection, END, Tuple.of(grants, account.value())))
                .invoke(count -> Arrays.stream(grants).forEach(ended::add))
                .map(count -> count > 0);
    }

    private Uni<Issued> begin(
            AccountId account, String username, Grant.Kind kind, String name, Set<Scope> scopes, Duration lasts) {
        var now = clock.instant();
        var grant = new Grant(UUID.randomUUID(), account, username, kind, scopes, now.plus(lasts));
        var row = Tuple.tuple()
                .addUUID(grant.id())
                .addLong(account.value())
                .addString(kind.name().toLowerCase(Locale.ROOT))
                .addString(name)
                .addArrayOfString(scopes.stream().map(Scope::toString).toArray(String[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(grant.expiresAt().atOffset(ZoneOffset.UTC));
        return transactions
                .run(connection -> Sql.run(connection, BEGIN, row))
                .map(done -> new Issued(grant, tokens.issue(grant)));
    }
}
