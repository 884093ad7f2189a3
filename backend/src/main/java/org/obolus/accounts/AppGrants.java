package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** What people have allowed the programs of others. */
@ApplicationScoped
public class AppGrants {

    /** On as many devices one person may have allowed one app; what was allowed before them ends. */
    static final int MOST_DEVICES = 20;

    private static final String RENEW = """
            update grants g set expires_at = greatest(g.expires_at, $2) from accounts a
            where g.id = $1 and g.kind = 'app' and g.ended_at is null and g.expires_at > $3 and a.id = g.account_id
            returning g.id, g.account_id, a.username, g.scopes, g.expires_at, g.app_id""";
    private static final String OF = """
            select app_id, scopes, created_at from grants
            where account_id = $1 and app_id is not null and ended_at is null and expires_at > $2
            order by created_at limit 1000""";
    private static final String END = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where id = $1 and kind = 'app' and ended_at is null returning id""";
    private static final String END_OF = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where account_id = $1 and app_id = $2 and ended_at is null returning id""";
    private static final String END_ALL = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where app_id = $1 and ended_at is null returning id""";
    private static final String END_OLDEST = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where id in (
                select id from grants where account_id = $1 and app_id = $2 and ended_at is null
                order by created_at desc offset $3)""";

    private static final String FORGET =
            "delete from grants where app_id = any($1) and coalesce(ended_at, expires_at) < $2";

    private final Transactions transactions;
    private final AccountRows rows;
    private final Grants grants;
    private final Tokens tokens;
    private final AccountsConfig config;
    private final Clock clock;

    AppGrants(
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

    /**
     * What somebody allows.
     *
     * @param logIn in which they did; when it is over, so is this
     * @param name what the app was called then
     */
    public record Wish(AccountId account, UUID logIn, UUID app, String name, Set<Scope> scopes) {}

    /** A token and what it is good for. */
    public record Issued(String token, Set<Scope> scopes, Duration lasts) {}

    /** One consent that holds: an app may have several, on several devices. */
    public record Allowed(UUID app, Set<Scope> scopes, Instant since) {}

    /** Holds an account until the commit, so that its password cannot change before that. */
    public Uni<Void> hold(SqlConnection connection, AccountId account) {
        return rows.hold(connection, account).replaceWithVoid();
    }

    /**
     * Lets an app act for an account; answers the id by which its tokens name this, empty when the log-in that allowed
     * it is over. The account is held until the commit: ending all grants, as a new password does, cannot miss the one
     * that is begun here.
     */
    public Uni<Optional<UUID>> begin(SqlConnection connection, Wish wish) {
        return rows.hold(connection, wish.account())
                .chain(() -> grants.isActive(connection, wish.logIn()))
                .chain(active -> active
                        ? add(connection, wish).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<UUID> add(SqlConnection connection, Wish wish) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        var expiresAt = now.plus(config.appLasts());
        var grant = new Grant(id, wish.account(), "", Grant.Kind.APP, wish.scopes(), expiresAt).to(wish.app());
        var oldest = Tuple.of(wish.account().value(), wish.app(), (long) MOST_DEVICES);
        return grants.add(connection, grant, wish.name(), now)
                .chain(() -> Sql.run(connection, END_OLDEST, oldest))
                .replaceWith(id);
    }

    /** A new token for these of the grant's scopes, or for all; empty when the grant is over. */
    public Uni<Optional<Issued>> token(
            SqlConnection connection, UUID grant, Optional<Set<Scope>> narrowed, Duration lasts) {
        var now = clock.instant();
        var values = Tuple.of(grant, utc(now.plus(config.appLasts())), utc(now));
        return Sql.first(connection, RENEW, values, AppGrants::grant)
                .map(found -> found.map(whole -> issue(whole, narrowed.orElse(whole.scopes()), now, lasts)));
    }

    private Issued issue(Grant whole, Set<Scope> scopes, Instant now, Duration lasts) {
        var wanted = now.plus(lasts);
        var expiresAt = wanted.isBefore(whole.expiresAt()) ? wanted : whole.expiresAt();
        var app = whole.app().orElseThrow();
        var part = new Grant(whole.id(), whole.account(), whole.username(), whole.kind(), scopes, expiresAt).to(app);
        return new Issued(tokens.issue(part), scopes, Duration.between(now, expiresAt));
    }

    /** Whom and what a token is for; empty when it is not an app's, or over. */
    public Optional<Grant> read(String token) {
        return tokens.read(token, Grant.Kind.APP);
    }

    /** Everything that this account's apps may do, the oldest first. */
    public Uni<List<Allowed>> of(AccountId account) {
        var values = Tuple.of(account.value(), utc(clock.instant()));
        return transactions.read(connection -> Sql.list(
                connection,
                OF,
                values,
                row -> new Allowed(
                        row.getUUID("app_id"),
                        scopes(row),
                        row.getOffsetDateTime("created_at").toInstant())));
    }

    /** Ends one grant; here at once, elsewhere within a second. Does nothing when that is done. */
    public Uni<Void> end(UUID grant) {
        return end(END, Tuple.of(grant));
    }

    /** Ends all that an app may do for an account. */
    public Uni<Void> end(AccountId account, UUID app) {
        return end(END_OF, Tuple.of(account.value(), app));
    }

    /** Ends all that an app may do for anybody. The caller says {@link #haveEnded} after its commit. */
    public Uni<List<UUID>> endAll(SqlConnection connection, UUID app) {
        return Sql.list(connection, END_ALL, Tuple.of(app), row -> row.getUUID("id"));
    }

    /** Removes what these apps were allowed and has been over since then; fails nowhere. */
    public Uni<Integer> forget(SqlConnection connection, Collection<UUID> apps, Instant before) {
        return Sql.run(
                connection,
                FORGET,
                Tuple.tuple().addArrayOfUUID(apps.toArray(UUID[]::new)).addOffsetDateTime(utc(before)));
    }

    public void haveEnded(List<UUID> ended) {
        grants.haveEnded(ended);
    }

    private Uni<Void> end(String statement, Tuple values) {
        return transactions
                .run(connection -> Sql.list(connection, statement, values, row -> row.getUUID("id")))
                .invoke(grants::haveEnded)
                .replaceWithVoid();
    }

    private static Grant grant(Row row) {
        return new Grant(
                        row.getUUID("id"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("username"),
                        Grant.Kind.APP,
                        scopes(row),
                        row.getOffsetDateTime("expires_at").toInstant())
                .to(row.getUUID("app_id"));
    }

    private static Set<Scope> scopes(Row row) {
        return Arrays.stream(row.getArrayOfStrings("scopes")).map(Scope::of).collect(Collectors.toSet());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
