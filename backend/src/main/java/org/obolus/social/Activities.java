package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.things.ThingId;

/** Flattrs that may be seen, as the database keeps them. */
@ApplicationScoped
class Activities {

    private static final String GIVEN = """
            select a.username, f.thing_id, f.given_at
            from flattrs f join accounts a on a.id = f.supporter_id join things t on t.id = f.thing_id
            where f.supporter_id = $1 and t.deleted_at is null and ($2 or not t.hidden)
            order by f.given_at desc, f.thing_id desc limit $3 offset $4""";
    private static final String RECEIVED = """
            select a.username, s.thing_id, s.given_at
            from identities i
            cross join lateral (
                select * from shown_flattrs s where s.identity_id = i.id
                order by s.given_at desc, s.supporter_id limit $3) s
            join things t on t.id = s.thing_id and t.deleted_at is null and not t.hidden
            join accounts a on a.id = s.supporter_id
            where i.account_id = $1
            order by s.given_at desc, s.supporter_id, s.thing_id limit $2 offset $4""";
    private static final String ON = """
            select a.username, s.thing_id, s.given_at
            from shown_flattrs s join accounts a on a.id = s.supporter_id
            where s.thing_id = $1
            order by s.given_at desc, s.supporter_id limit $2 offset $3""";

    private static final String LAST = "select grew_at from thing_ranks where thing_id = $1";

    /** While the one row is held nobody folds, so that no flattr falls between showing and folding. */
    private static final String HOLD_FOLDING = "select from ranks_folded for update";

    private static final String SHOW = """
            insert into shown_flattrs (supporter_id, month, thing_id, identity_id, given_at)
            select f.supporter_id, f.month, f.thing_id, f.identity_id, f.given_at
            from profiles p join flattrs f on f.supporter_id = p.account_id
            where p.account_id = any($1) and p.shows_given
              and f.month = any(array(select month from months where $2 or settling_at is null))
            on conflict do nothing""";
    private static final String HIDE = """
            delete from shown_flattrs s
            where s.supporter_id = any($1)
              and s.month = any(array(select month from months where $2 or settling_at is null))
              and not exists (
                select from flattrs f join profiles p on p.account_id = f.supporter_id and p.shows_given
                where f.supporter_id = s.supporter_id and f.month = s.month and f.thing_id = s.thing_id)""";
    private static final String SHOWING = "select account_id from profiles where shows_given";

    private final Transactions transactions;

    Activities(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A flattr and who gave it. */
    record Row(String supporter, ThingId thing, Instant at) {

        static Row of(io.vertx.mutiny.sqlclient.Row row) {
            return new Row(
                    row.getString("username"),
                    new ThingId(row.getLong("thing_id")),
                    row.getOffsetDateTime("given_at").toInstant());
        }
    }

    Uni<List<Row>> given(AccountId supporter, boolean hiddenToo, Part part) {
        return list(GIVEN, Tuple.of(supporter.value(), hiddenToo, part.limit(), part.offset()));
    }

    Uni<List<Row>> received(AccountId owner, Part part) {
        return list(RECEIVED, Tuple.of(owner.value(), part.limit(), part.end(), part.offset()));
    }

    Uni<List<Row>> on(ThingId thing, Part part) {
        return list(ON, Tuple.of(thing.value(), part.limit(), part.offset()));
    }

    Uni<Optional<Instant>> last(ThingId thing) {
        return transactions
                .read(connection -> Sql.first(
                        connection,
                        LAST,
                        Tuple.of(thing.value()),
                        row -> Optional.ofNullable(row.getOffsetDateTime("grew_at"))))
                .map(found -> found.flatMap(at -> at).map(OffsetDateTime::toInstant));
    }

    /** To be called before what somebody shows is changed. */
    Uni<Void> hold(SqlConnection connection) {
        return Sql.run(connection, HOLD_FOLDING, Tuple.tuple()).replaceWithVoid();
    }

    /** Lets what is seen of these people's flattrs be what they show and have given; of a settled month that stays. */
    Uni<Void> follow(SqlConnection connection, Long[] supporters, boolean settledToo) {
        var values = Tuple.tuple().addArrayOfLong(supporters).addBoolean(settledToo);
        return Sql.run(connection, HIDE, values)
                .chain(() -> Sql.run(connection, SHOW, values))
                .replaceWithVoid();
    }

    /** Everybody who shows what they flattr. */
    Uni<Long[]> showing(SqlConnection connection) {
        return Sql.list(connection, SHOWING, Tuple.tuple(), row -> row.getLong("account_id"))
                .map(found -> found.toArray(Long[]::new));
    }

    private Uni<List<Row>> list(String sql, Tuple values) {
        return transactions.read(connection -> Sql.list(connection, sql, values, Row::of));
    }
}
