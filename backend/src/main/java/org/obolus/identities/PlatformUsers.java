package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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

    private PlatformUsers() {}

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
