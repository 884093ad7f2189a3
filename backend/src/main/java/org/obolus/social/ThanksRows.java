package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/** Thanks in the database. Who flattrs a thing, and still does, is its fan. */
@ApplicationScoped
class ThanksRows {

    private static final String SAY = """
            insert into thanks (thing_id, supporter_id, text, said_at)
            select thing_id, supporter_id, $3, $4 from fans where supporter_id = $1 and thing_id = $2 and flattrs > 0
            on conflict (thing_id, supporter_id)
            do update set id = excluded.id, text = excluded.text, said_at = excluded.said_at""";
    private static final String SAID_BY = """
            select coalesce(t.text, '') as text
            from fans f left join thanks t on t.thing_id = f.thing_id and t.supporter_id = f.supporter_id
            where f.supporter_id = $1 and f.thing_id = $2 and f.flattrs > 0""";
    private static final String TAKE_BACK = "delete from thanks where supporter_id = $1 and thing_id = $2";
    private static final String TO = """
            select t.id, t.thing_id, a.username, t.text, t.said_at
            from identities i
            join things on things.identity_id = i.id
            join thanks t on t.thing_id = things.id
            join fans f on f.supporter_id = t.supporter_id and f.thing_id = t.thing_id and f.flattrs > 0
            join accounts a on a.id = t.supporter_id
            where i.account_id = $1 and t.id < $2
            order by t.id desc limit $3""";
    private static final String REMOVE = """
            delete from thanks t using things, identities i
            where t.id = $2 and things.id = t.thing_id and i.id = things.identity_id and i.account_id = $1""";

    record Row(long id, ThingId thing, String by, String text, Instant saidAt) {}

    /** Answers false when no flattr of this person counts there. */
    Uni<Boolean> say(SqlConnection connection, AccountId me, ThingId thing, String text, Instant now) {
        var values = Tuple.of(me.value(), thing.value(), text, now.atOffset(ZoneOffset.UTC));
        return Sql.run(connection, SAY, values).map(rows -> rows > 0);
    }

    /** An empty text where nothing was said; empty when no flattr of this person counts there. */
    Uni<Optional<String>> saidBy(SqlConnection connection, AccountId me, ThingId thing) {
        return Sql.first(connection, SAID_BY, Tuple.of(me.value(), thing.value()), row -> row.getString("text"));
    }

    Uni<Void> takeBack(SqlConnection connection, AccountId me, ThingId thing) {
        return Sql.run(connection, TAKE_BACK, Tuple.of(me.value(), thing.value()))
                .replaceWithVoid();
    }

    Uni<Page<Row>> to(SqlConnection connection, AccountId maker, PageWish wish) {
        return Sql.list(
                        connection,
                        TO,
                        Tuple.of(maker.value(), wish.before(), wish.rows()),
                        row -> new Row(
                                row.getLong("id"),
                                new ThingId(row.getLong("thing_id")),
                                row.getString("username"),
                                row.getString("text"),
                                row.getOffsetDateTime("said_at").toInstant()))
                .map(rows -> Page.of(rows, wish, row -> Cursor.after(row.id())));
    }

    Uni<Void> remove(SqlConnection connection, AccountId maker, long id) {
        return Sql.run(connection, REMOVE, Tuple.of(maker.value(), id)).replaceWithVoid();
    }
}
