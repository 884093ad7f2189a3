package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.obolus.database.Sql;

/** Up to where the pages of sites are that follow a change, as the database keeps it. */
final class SitesToGoThrough {

    private static final String ALL = """
            select substr(s.name, 6) as host from sites_to_go_through w join identities s on s.id = w.site_id
            order by w.site_id""";
    private static final String AFTER = "select after from sites_to_go_through where site_id = $1";
    private static final String KEEP = """
            insert into sites_to_go_through (site_id, after) values ($1, $2)
            on conflict (site_id) do update set after = excluded.after""";
    private static final String REMOVE = "delete from sites_to_go_through where site_id = $1";

    private SitesToGoThrough() {}

    static Uni<List<SiteHost>> all(SqlClient client) {
        return Sql.list(client, ALL, Tuple.tuple(), row -> new SiteHost(row.getString("host")));
    }

    static Uni<Optional<String>> after(SqlConnection connection, long site) {
        return Sql.first(connection, AFTER, Tuple.of(site), row -> row.getString("after"));
    }

    static Uni<Integer> keep(SqlConnection connection, long site, String after) {
        return Sql.run(connection, KEEP, Tuple.of(site, after));
    }

    static Uni<Integer> remove(SqlConnection connection, long site) {
        return Sql.run(connection, REMOVE, Tuple.of(site));
    }
}
