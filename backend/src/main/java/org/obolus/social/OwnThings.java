package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/** The things of one account by the number of the page. */
final class OwnThings {

    private static final String OF = """
            select t.id
            from identities i
            cross join lateral (
                select id from things t
                where t.identity_id = i.id and t.deleted_at is null and ($2 or not t.hidden)
                order by t.id desc limit $3) t
            where i.account_id = $1
            order by t.id desc limit $4 offset $5""";

    private OwnThings() {}

    static Uni<List<ThingId>> of(SqlConnection connection, AccountId owner, boolean hiddenToo, Part part) {
        var values = Tuple.of(owner.value(), hiddenToo, part.end(), part.limit(), part.offset());
        return Sql.list(connection, OF, values, row -> new ThingId(row.getLong("id")));
    }
}
