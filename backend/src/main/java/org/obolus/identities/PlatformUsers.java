package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.obolus.database.Sql;
import org.obolus.web.WebUrl;

/** What is known of people on platforms; whoever was seen last under a handle has it. */
final class PlatformUsers {

    /** What a query has to select, with {@code u} for the person. */
    static final String COLUMNS = "u.platform, u.user_id, u.handle, u.display_name, u.profile";

    private static final String ADD = "insert into identities (name) values ($1) on conflict do nothing";
    private static final String KEEP = """
            insert into platform_users (identity_id, platform, user_id, handle, display_name, profile, seen_at)
            select id, $2, $3, $4, $5, $6, calendar_now() from identities where name = $1
            on conflict (identity_id) do update
            set handle = excluded.handle, display_name = excluded.display_name, profile = excluded.profile,
                seen_at = excluded.seen_at""";
    private static final String FIND = """
            select platform, user_id, handle, display_name, profile from platform_users
            where platform = $1 and user_id = $2""";

    static final String CALLED =
            seen("make_interval(secs => $3)", "lower(p.handle) = lower($2) order by p.seen_at desc limit 1");
    static final String BY_ID = seen("interval '1 day'", "p.user_id = $2");
    static final String IS_KNOWN = "select from platform_users where platform = $1 limit 1";

    /** One that does not answer is asked once an hour, whoever comes by. */
    static final String ASK_AGAIN = """
            update platform_users set asked_at = calendar_now()
            where platform = $1 and user_id = $2 and seen_at < calendar_now() - interval '1 day'
              and coalesce(asked_at < calendar_now() - interval '1 hour', true)""";

    private PlatformUsers() {}

    private static String seen(String freshFor, String which) {
        return """
            select p.platform, p.user_id, p.handle, p.display_name, p.profile, %s,
                p.seen_at > calendar_now() - %s as fresh
            from platform_users p join identities i on i.id = p.identity_id %s
            where p.platform = $1 and %s""".formatted(Identity.COLUMNS, freshFor, Identity.WITH_OWNER, which);
    }

    /**
     * Somebody who was seen before.
     *
     * @param isFresh not so long ago that the platform should be asked again
     */
    record Seen(PlatformUser user, Identity identity, boolean isFresh) {

        static Seen of(Row row) {
            return new Seen(read(row), Identity.of(row), row.getBoolean("fresh"));
        }
    }

    /** Whoever was seen last under a handle, which is believed for a while. */
    static Uni<Optional<Seen>> called(SqlClient client, PlatformHandle handle, Duration believed) {
        var values = Tuple.of(handle.platform().value(), handle.value(), (double) believed.toSeconds());
        return Sql.first(client, CALLED, values, Seen::of);
    }

    static Uni<Optional<Seen>> seen(SqlClient client, PlatformUserId id) {
        return Sql.first(client, BY_ID, Tuple.of(id.platform().value(), id.id()), Seen::of);
    }

    /** Whether anybody of it was ever seen. */
    static Uni<Boolean> isKnown(SqlClient client, PlatformName platform) {
        return Sql.first(client, IS_KNOWN, Tuple.of(platform.value()), row -> true)
                .map(Optional::isPresent);
    }

    /** Whether the platform is to be asked again about somebody, by whoever asks this first. */
    static Uni<Boolean> askAgain(SqlConnection connection, PlatformUserId id) {
        return Sql.run(connection, ASK_AGAIN, Tuple.of(id.platform().value(), id.id()))
                .map(changed -> changed > 0);
    }

    /** Writes down what a platform said of somebody just now; the identity is made if it is not there. */
    static Uni<Identity> keep(SqlConnection connection, PlatformUser user) {
        var name = user.identity();
        var row = Tuple.of(name.value(), user.platform().value(), user.id())
                .addString(user.handle())
                .addString(user.displayName().orElse(null))
                .addString(user.profile().toString());
        return Sql.run(connection, ADD, Tuple.of(name.value()))
                .chain(() -> Sql.run(connection, KEEP, row))
                .chain(() -> IdentityRows.find(connection, name))
                .map(Optional::orElseThrow);
    }

    static Uni<Optional<PlatformUser>> find(SqlClient client, PlatformName platform, String id) {
        return Sql.first(client, FIND, Tuple.of(platform.value(), id), PlatformUsers::read);
    }

    static PlatformUser read(Row row) {
        return new PlatformUser(
                new PlatformName(row.getString("platform")),
                row.getString("user_id"),
                row.getString("handle"),
                Optional.ofNullable(row.getString("display_name")),
                WebUrl.of(row.getString("profile")));
    }
}
