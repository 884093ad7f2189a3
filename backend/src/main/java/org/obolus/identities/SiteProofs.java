package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/** What each account was asked to place at which site. */
final class SiteProofs {

    private static final String ASK = """
            insert into site_proofs (account_id, host, token, asked_at) values ($1, $2, $3, calendar_now())
            on conflict do nothing""";
    private static final String SOUGHT = """
            select p.account_id, p.token, a.username from site_proofs p join accounts a on a.id = p.account_id
            where p.account_id = $1 and p.host = $2""";
    private static final String SEEN = "update site_proofs set seen_at = $3 where account_id = $1 and host = $2";
    private static final String FORGET = "delete from site_proofs where account_id = $1 and host = $2";
    private static final String MINE = """
            select p.host, a.username, p.token, p.asked_at, p.seen_at, i.opted_out_at,
                coalesce(i.account_id = p.account_id, false) as owned,
                coalesce(i.account_id <> p.account_id, false) as anothers, k.due_at, k.waits_since,
                l.silent_since, l.lost_at
            from site_proofs p
            join accounts a on a.id = p.account_id
            left join identities i on i.name = 'site:' || p.host
            left join site_looks l on l.identity_id = i.id
            left join contests k on k.identity_id = i.id and k.decided_at is null
                and p.account_id in (k.challenger_id, i.account_id)
            where p.account_id = $1 and ($2::text is null or p.host = $2)
            order by p.host""";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    private SiteProofs() {}

    /** Answers 1, or 0 when the account was asked before; the token then stays. */
    static Uni<Integer> ask(SqlConnection connection, AccountId account, SiteHost site) {
        return Sql.run(connection, ASK, Tuple.of(account.value(), site.value(), newToken()));
    }

    /** What the account was asked to place there; empty when it never asked. */
    static Uni<Optional<Sought>> sought(SqlClient client, AccountId account, SiteHost site) {
        return Sql.first(client, SOUGHT, key(account, site), SiteProofs::sought);
    }

    private static Sought sought(Row row) {
        return Sought.of(new AccountId(row.getLong("account_id")), row.getString("username"), row.getString("token"));
    }

    static Uni<Integer> seen(SqlConnection connection, AccountId account, SiteHost site, OffsetDateTime at) {
        return Sql.run(connection, SEEN, key(account, site).addOffsetDateTime(at));
    }

    static Uni<Integer> forget(SqlConnection connection, AccountId account, SiteHost site) {
        return Sql.run(connection, FORGET, key(account, site));
    }

    static Uni<List<Site>> mine(SqlClient client, AccountId account) {
        return Sql.list(client, MINE, Tuple.tuple().addLong(account.value()).addString(null), Site::of);
    }

    static Uni<Optional<Site>> mine(SqlClient client, AccountId account, SiteHost site) {
        return Sql.first(client, MINE, key(account, site), Site::of);
    }

    private static Tuple key(AccountId account, SiteHost site) {
        return Tuple.tuple().addLong(account.value()).addString(site.value());
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return "obolus-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
