package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/**
 * That pages of a site wait for somebody's word, however many of its pages they are.
 *
 * @param isProposed whether the site is this person's own, and an app has asked; otherwise they are offered to them
 */
public record WordWanted(SiteHost site, boolean isProposed) {

    private static final String OF = """
            select substr(s.name, 6) as host, false as proposed
            from identities r
            join assignments a on a.receiver_id = r.id and a.confirmed_at is not null and a.agreed_at is null
                and a.ended_at is null
            join identities s on s.id = a.site_id
            where r.account_id = $1
            union
            select substr(s.name, 6), true
            from identities s
            join assignments a on a.site_id = s.id and a.confirmed_at is null and a.ended_at is null
            where s.account_id = $1
            order by host, proposed limit $2""";

    /** By the names of the sites, so many at most. */
    static Uni<List<WordWanted>> of(SqlClient client, AccountId account, int most) {
        return Sql.list(client, OF, Tuple.of(account.value(), most), WordWanted::of);
    }

    private static WordWanted of(Row row) {
        return new WordWanted(new SiteHost(row.getString("host")), row.getBoolean("proposed"));
    }
}
