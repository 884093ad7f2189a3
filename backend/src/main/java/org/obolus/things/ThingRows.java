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
import org.obolus.accounts.AccountId;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;

/** Things as the database keeps them. */
final class ThingRows {

    /** Who has given a thing away, with {@code t} for the thing. */
    static final String ASSIGNER = "g.account_id as assigner_id";

    static final String WITH_ASSIGNER = """
            left join assignments a on a.id = t.assignment_id left join identities g on g.id = a.site_id""";

    private static final String WITH_PERSON = "left join platform_users p on p.identity_id = t.identity_id";
    private static final String SELECT =
            """
            select t.id, t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at, p.handle, %s, %s
            from things t join identities i on i.id = t.identity_id %s %s %s
            """.formatted(Identity.COLUMNS, ASSIGNER, WITH_PERSON, Identity.WITH_OWNER, WITH_ASSIGNER);
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

    private static final String ASSIGN = """
            update things set identity_id = $2, updated_at = calendar_now() where id = $1 and assignment_id is null""";
    private static final String RESTORE = """
            update things set deleted_at = null, url = $2, updated_at = calendar_now()
            where id = $1 and (deleted_at is not null or url <> $2)""";
    private static final String DELETE = """
            update things set deleted_at = calendar_now(), updated_at = calendar_now()
            where id = $1 and deleted_at is null""";

    /** Whoever is known by an e-mail address alone stays hidden: a list that names them says which account that is. */
    private static final String CHANGE = """
            update things t set title = coalesce($2, t.title), description = coalesce($3, t.description),
                category = coalesce($4, t.category), language = coalesce($5, t.language), tags = coalesce($6, t.tags),
                hidden = coalesce($7, t.hidden) or starts_with(i.name, 'email:'), updated_at = calendar_now()
            from identities i where t.id = $1 and i.id = t.identity_id""";

    static final String MINE =
            """
            select t.id, t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at, p.handle, %s, %s
            from identities i
            cross join lateral (
                select * from things t
                where t.identity_id = i.id and t.id < $2 and t.deleted_at is null
                order by t.id desc limit $3) t %s %s %s
            where i.account_id = $1
            order by t.id desc limit $3""".formatted(Identity.COLUMNS, ASSIGNER, WITH_PERSON, Identity.WITH_OWNER, WITH_ASSIGNER);

    private ThingRows() {}

    static Uni<Thing> get(SqlClient client, ThingId id) {
        return Sql.one(client, BY_ID, Tuple.of(id.value()), Thing::of);
    }

    /** The newest first. */
    static Uni<List<Thing>> mine(SqlClient client, AccountId owner, PageWish wish) {
        return Sql.list(client, MINE, Tuple.of(owner.value(), wish.before(), wish.rows()), Thing::of);
    }

    static Uni<Integer> assign(SqlConnection connection, ThingId id, Identity identity) {
        return Sql.run(connection, ASSIGN, Tuple.of(id.value(), identity.id()));
    }

    /** Brings back what was deleted, and keeps the address as it is written now: a site may have gone to https. */
    static Uni<Integer> restore(SqlConnection connection, ThingId id, ThingUrl url) {
        return Sql.run(connection, RESTORE, Tuple.of(id.value(), url.toString()));
    }

    static Uni<Integer> delete(SqlConnection connection, ThingId id) {
        return Sql.run(connection, DELETE, Tuple.of(id.value()));
    }

    static Uni<Integer> change(SqlConnection connection, ThingId id, Changes changes) {
        var row = Tuple.tuple()
                .addLong(id.value())
                .addString(changes.title().orElse(null))
                .addString(changes.description().orElse(null))
                .addString(changes.category().map(Category::toString).orElse(null))
                .addString(changes.language().map(Language::id).orElse(null))
                .addArrayOfString(
                        changes.tags().map(tags -> tags.toArray(String[]::new)).orElse(null))
                .addBoolean(changes.hidden().orElse(null));
        return Sql.run(connection, CHANGE, row);
    }

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
