package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Log-ins that hold on the pages of one other site only: what the button's frame has there. */
@ApplicationScoped
public class SiteGrants {

    /** The longest a token lives; a page that got hold of one has it no longer than that. */
    public static final Duration TOKEN_LASTS = Duration.ofHours(1);

    /** In as many browsers one person may have connected one site; what was connected before them ends. */
    static final int MOST_BROWSERS = 10;

    private static final String ACTIVE = """
            select g.id, g.account_id, g.name, g.expires_at, a.username
            from grants g join accounts a on a.id = g.account_id
            where g.id = $1 and g.kind = 'button' and g.ended_at is null""";
    private static final String OF = """
            select name, min(created_at) as since from grants
            where account_id = $1 and kind = 'button' and ended_at is null and expires_at > $2
            group by name order by name limit 1000""";
    private static final String END_SITE = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where account_id = $1 and kind = 'button' and name = $2 and ended_at is null
            returning id""";

    private static final String END_OLDEST = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where id in (
                select id from grants where account_id = $1 and kind = 'button' and name = $2 and ended_at is null
                order by created_at desc offset $3)""";

    private final Transactions transactions;
    private final AccountRows rows;
    private final Grants grants;
    private final Tokens tokens;
    private final AccountsConfig config;
    private final Clock clock;

    SiteGrants(
            Transactions transactions,
            AccountRows rows,
            Grants grants,
            Tokens tokens,
            AccountsConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.grants = grants;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** A site on which somebody's button flattrs at one click. */
    public record Connected(String site, Instant since) {}

    /**
     * Lets an account's button act on a site; answers the id by which its tokens name this, empty when the log-in that
     * allowed it is over. The account is held until the commit: ending all grants, as a new password does, cannot miss
     * the one that is begun here.
     */
    public Uni<Optional<UUID>> begin(SqlConnection connection, AccountId account, UUID logIn, String site) {
        return rows.hold(connection, account)
                .chain(() -> grants.isActive(connection, logIn))
                .chain(active -> active
                        ? add(connection, account, site).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<UUID> add(SqlConnection connection, AccountId account, String site) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        var grant = new Grant(id, account, "", Grant.Kind.BUTTON, Set.of(), now.plus(config.siteLasts()));
        return grants.add(connection, grant, site, now)
                .chain(() -> Sql.run(connection, END_OLDEST, Tuple.of(account.value(), site, (long) MOST_BROWSERS)))
                .replaceWith(id);
    }

    /** A new token; empty when the grant is over. */
    public Uni<Optional<String>> token(SqlConnection connection, UUID grant) {
        var now = clock.instant();
        return Sql.first(
                        connection,
                        ACTIVE,
                        Tuple.of(grant),
                        row -> new Grant(
                                        row.getUUID("id"),
                                        new AccountId(row.getLong("account_id")),
                                        row.getString("username"),
                                        Grant.Kind.BUTTON,
                                        Set.of(),
                                        earlier(
                                                row.getOffsetDateTime("expires_at")
                                                        .toInstant(),
                                                now.plus(TOKEN_LASTS)))
                                .on(row.getString("name")))
                .map(found -> found.filter(grantOfNow -> grantOfNow.expiresAt().isAfter(now))
                        .map(tokens::issue));
    }

    /** Whom and which site a token is for; empty when it is not a button's, or over. */
    public Optional<Grant> read(String token) {
        return tokens.read(token, Grant.Kind.BUTTON);
    }

    /** The sites on which this account's button acts, by name. */
    public Uni<List<Connected>> of(AccountId account) {
        var values = Tuple.of(account.value(), clock.instant().atOffset(ZoneOffset.UTC));
        return transactions.read(connection -> Sql.list(
                connection,
                OF,
                values,
                row -> new Connected(
                        row.getString("name"), row.getOffsetDateTime("since").toInstant())));
    }

    /** Ends one grant; here at once, elsewhere within a second. */
    public Uni<Void> end(AccountId account, UUID grant) {
        return grants.end(account, grant).replaceWithVoid();
    }

    /** Ends all that an account's buttons may do on a site, in every browser; does nothing when that is done. */
    public Uni<Void> end(AccountId account, String site) {
        return transactions
                .run(connection ->
                        Sql.list(connection, END_SITE, Tuple.of(account.value(), site), row -> row.getUUID("id")))
                .invoke(grants::haveEnded)
                .replaceWithVoid();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
