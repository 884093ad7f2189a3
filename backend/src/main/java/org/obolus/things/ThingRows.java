package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.database.Sql;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;

/** Things as the database keeps them. */
final class ThingRows {

    private static final String SELECT = """
            select t.id, t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at, %s
            from things t join identities i on i.id = t.identity_id %s
            """.formatted(Identity.COLUMNS, Identity.WITH_OWNER);
    static final String BY_ID = SELECT + "where t.id = $1";
    static final String BY_IDS = SELECT + "where t.id = any($1) order by t.id";
    static final String BY_KEY = SELECT + "where t.url_key = $1";
    private static final String IDS = "select id, url_key from things where url_key = any($1)";
    private static final String ADD = """
            insert into things (url, url_key, identity_id, created_at, updated_at)
            select w.url, w.key, i.id, n.now, n.now
            from unnest($1::text[], $2::text[], $3::text[]) w(url, key, site)
            join identities i on i.name = w.site, (select calendar_now() as now) n
            order by w.key
            on conflict do nothing""";

    private ThingRows() {}

    static Uni<Optional<Thing>> find(SqlClient client, ThingId id) {
        return Sql.first(client, BY_ID, Tuple.of(id.value()), Thing::of);
    }

    static Uni<Optional<Thing>> find(SqlClient client, ThingUrl url) {
        return Sql.first(client, BY_KEY, Tuple.of(url.key()), Thing::of);
    }

    static Uni<List<Thing>> all(SqlClient client, Collection<ThingId> ids) {
        var values = ids.stream().map(ThingId::value).toArray(Long[]::new);
        return Sql.list(client, BY_IDS, Tuple.of(values), Thing::of);
    }

    /** The ids of those that are there, by the key of their URL. */
    static Uni<Map<String, ThingId>> ids(SqlClient client, Collection<ThingUrl> urls) {
        return Sql.list(client, IDS, Tuple.of(column(urls.stream(), ThingUrl::key)), ThingRows::idByKey)
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Adds those that are not there, in the order of their keys, so that no two calls wait for each other in a circle. */
    static Uni<Integer> add(SqlConnection connection, Collection<ThingUrl> urls) {
        var ordered = urls.stream().sorted(Comparator.comparing(ThingUrl::key)).toList();
        var columns = Tuple.of(
                column(ordered.stream(), ThingUrl::toString),
                column(ordered.stream(), ThingUrl::key),
                column(ordered.stream(), url -> IdentityName.of(url.site()).value()));
        return Sql.run(connection, ADD, columns);
    }

    private static Map.Entry<String, ThingId> idByKey(Row row) {
        return Map.entry(row.getString("url_key"), new ThingId(row.getLong("id")));
    }

    private static <T> String[] column(Stream<T> values, Function<T, String> read) {
        return values.map(read).toArray(String[]::new);
    }
}
