package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/** Identities as the database keeps them. */
final class IdentityRows {

    static final String FIND =
            "select " + Identity.COLUMNS + " from identities i " + Identity.WITH_OWNER + " where i.name = $1";
    static final String OF_PAGE = """
            select %s, case when a.id is not null then s.account_id end as assigner_id
            from identities s
            left join lateral assignment_of(s.id, $2, null) a on true
            join identities i on i.id = coalesce(a.receiver_id, s.id) %s
            where s.name = $1""".formatted(Identity.COLUMNS, Identity.WITH_OWNER);
    private static final String ADD = """
            insert into identities (name) select distinct n from unnest($1::text[]) n order by n
            on conflict do nothing""";
    private static final String KEEP = """
            select from identities where name = any($1) order by name for share""";
    private static final String ADD_ACCOUNT = """
            with created as (
                insert into identities (name, account_id) values ($1, $2) on conflict do nothing returning id)
            insert into claims (identity_id, account_id, proof, claimed_at)
            select id, $2, 'account', calendar_now() from created""";
    private static final String NAMED = "select id, username_key from accounts where username_key = any($1)";

    private IdentityRows() {}

    static Uni<Optional<Identity>> find(SqlClient client, IdentityName name) {
        return Sql.first(client, FIND, Tuple.of(name.value()), Identity::of);
    }

    static Uni<Optional<PageOwner>> ofPage(SqlClient client, SiteHost site, String key) {
        return Sql.first(client, OF_PAGE, Tuple.of(IdentityName.of(site).value(), key), PageOwner::of);
    }

    /** Nobody owns a new one; not for accounts, which own themselves. */
    static Uni<Identity> of(SqlConnection connection, IdentityName name) {
        return find(connection, name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : add(connection, Stream.of(name)).chain(() -> get(connection, name)));
    }

    static Uni<Identity> ofAccount(SqlConnection connection, AccountId account) {
        var name = IdentityName.of(account);
        return find(connection, name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : Sql.run(connection, ADD_ACCOUNT, Tuple.of(name.value(), account.value()))
                                .chain(() -> get(connection, name)));
    }

    static Uni<Void> addSites(SqlConnection connection, Collection<SiteHost> sites) {
        return add(connection, sites.stream().map(IdentityName::of));
    }

    private static Uni<Void> add(SqlConnection connection, Stream<IdentityName> names) {
        var written = names.map(IdentityName::value).toArray(String[]::new);
        return Sql.run(connection, ADD, Tuple.of(written)).replaceWithVoid();
    }

    /** Whoever holds one of them is waited for, and nobody holds one until this transaction ends. */
    static Uni<Void> keep(SqlConnection connection, Collection<SiteHost> sites) {
        var names = sites.stream().map(IdentityName::of).map(IdentityName::value);
        return Sql.run(connection, KEEP, Tuple.of(names.toArray(String[]::new))).replaceWithVoid();
    }

    /** The accounts of these usernames, whichever there are, by the lower-case name. */
    static Uni<Map<String, AccountId>> named(SqlClient client, Collection<String> usernames) {
        var keys = usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return Sql.list(client, NAMED, Tuple.of(keys), row -> row)
                .map(rows -> rows.stream().collect(Collectors.toMap(IdentityRows::key, IdentityRows::account)));
    }

    private static String key(Row row) {
        return row.getString("username_key");
    }

    private static AccountId account(Row row) {
        return new AccountId(row.getLong("id"));
    }

    private static Uni<Identity> get(SqlConnection connection, IdentityName name) {
        return Sql.one(connection, FIND, Tuple.of(name.value()), Identity::of);
    }
}
