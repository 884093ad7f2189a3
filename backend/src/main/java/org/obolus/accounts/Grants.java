package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Begins and ends log-ins, tokens, and what people allow others. */
@ApplicationScoped
class Grants {

    private static final String BEGIN = """
            insert into grants (id, account_id, kind, name, scopes, created_at, expires_at, app_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String END = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where id = any($1) and account_id = $2 and ended_at is null""";
    private static final String END_ALL_BUT = """
            update grants set ended_at = now(), ended_in = pg_current_xact_id()
            where account_id = $1 and not id = any($2) and ended_at is null and expires_at > now()
            returning id""";
    private static final String ACTIVE = """
            select id, name, scopes, created_at, expires_at from grants
            where account_id = $1 and kind = $2 and ended_at is null and expires_at > $3
            order by created_at desc limit 200""";
    private static final String IS_ACTIVE = "select from grants where id = $1 and ended_at is null";

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
    record Issued(Grant grant, String name, Instant createdAt, String token) {}

    /** A grant as its owner sees it in a list. */
    record Active(UUID id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt) {

        private static Active of(Row row) {
            return new Active(
                    row.getUUID("id"),
                    row.getString("name"),
                    Arrays.stream(row.getArrayOfStrings("scopes"))
                            .map(Scope::of)
                            .collect(Collectors.toSet()),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getOffsetDateTime("expires_at").toInstant());
        }
    }

    Uni<Issued> logIn(SqlConnection connection, Account account, String browser) {
        var scopes = Set.of(Scope.values());
        return begin(connection, grant(account, Grant.Kind.BROWSER, scopes, config.browserLasts()), browser);
    }

    Uni<Issued> personal(SqlConnection connection, Account account, String name, Set<Scope> scopes) {
        return begin(connection, grant(account, Grant.Kind.PERSONAL, scopes, config.personalTokenLasts()), name);
    }

    Uni<Issued> begin(SqlConnection connection, Grant grant, String name) {
        var now = clock.instant();
        return add(connection, grant, name, now).map(done -> new Issued(grant, name, now, tokens.issue(grant)));
    }

    Uni<Integer> add(SqlConnection connection, Grant grant, String name, Instant now) {
        var row = Tuple.tuple()
                .addUUID(grant.id())
                .addLong(grant.account().value())
                .addString(written(grant.kind()))
                .addString(name)
                .addArrayOfString(grant.scopes().stream().map(Scope::toString).toArray(String[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(grant.expiresAt().atOffset(ZoneOffset.UTC))
                .addUUID(grant.app().orElse(null));
        return Sql.run(connection, BEGIN, row);
    }

    /** Newest first. */
    Uni<List<Active>> active(SqlConnection connection, AccountId account, Grant.Kind kind) {
        var values = Tuple.of(account.value(), written(kind), clock.instant().atOffset(ZoneOffset.UTC));
        return Sql.list(connection, ACTIVE, values, Active::of);
    }

    Uni<Boolean> isActive(SqlConnection connection, UUID grant) {
        return Sql.first(connection, IS_ACTIVE, Tuple.of(grant), row -> row).map(Optional::isPresent);
    }

    /** Ends a grant of this account: here at once, elsewhere within a second. */
    Uni<Boolean> end(AccountId account, UUID grant) {
        var values = Tuple.of(new UUID[] {grant}, account.value());
        return transactions
                .run(connection -> Sql.run(connection, END, values))
                .map(count -> count > 0)
                .invoke(found -> {
                    if (found) {
                        ended.add(grant);
                    }
                });
    }

    /** Ends all grants of an account but these. The caller says {@link #haveEnded} after its commit. */
    Uni<List<UUID>> endAllBut(SqlConnection connection, AccountId account, UUID... kept) {
        return Sql.list(
                connection,
                END_ALL_BUT,
                Tuple.tuple().addLong(account.value()).addArrayOfUUID(kept),
                row -> row.getUUID("id"));
    }

    void haveEnded(Collection<UUID> grants) {
        grants.forEach(ended::add);
    }

    private Grant grant(Account account, Grant.Kind kind, Set<Scope> scopes, Duration lasts) {
        var expiresAt = clock.instant().plus(lasts);
        return new Grant(UUID.randomUUID(), account.id(), account.username(), kind, scopes, expiresAt);
    }

    private static String written(Grant.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
