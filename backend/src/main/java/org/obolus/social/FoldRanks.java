package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Folds what clicks have changed into what the catalogue is sorted by, and into the flattrs that are shown.
 *
 * <p>Clicks know nothing of it: which things and supporters changed is read from what batches tell for the counters. How
 * much a thing gained on a day follows from its counter at the day's end, so that everything may be done twice, and what
 * is taken back or voided counts out by itself.
 */
@ApplicationScoped
class FoldRanks {

    private static final int MOST = 20_000;

    /** Empty where another server is at it. Changes are told for a minute; who looks too late compares everything. */
    private static final String TAKE = """
            select mark, read_at < clock_timestamp() - interval '45 seconds' as late
            from ranks_folded for update skip locked""";

    private static final String CHANGED = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as mark,
                   array(select distinct unnest(things) from counter_changes where written_in >= $1::text::xid8)
                       as things,
                   array(select distinct unnest(supporters) from counter_changes where written_in >= $1::text::xid8)
                       as supporters""";
    private static final String MISSED = """
            select c.thing_id from counters c left join thing_ranks r on r.thing_id = c.thing_id
            where r.flattrs is distinct from c.flattrs limit $1""";
    private static final String MARK = """
            update ranks_folded set mark = $1, read_at = case when $2 then clock_timestamp() else read_at end""";
    private static final String SEE = """
            insert into thing_days (thing_id, day, flattrs)
            select c.thing_id, (now at time zone 'UTC')::date, c.flattrs
            from counters c, (select calendar_now() as now) moment where c.thing_id = any($1)
            on conflict (thing_id, day) do update set flattrs = excluded.flattrs""";
    private static final String RANK = """
            with today as materialized (select (calendar_now() at time zone 'UTC')::date as day),
            kept as (
                select thing_id, day, flattrs,
                       flattrs - coalesce(lag(flattrs) over (partition by thing_id order by day), 0) as gained
                from thing_days where thing_id = any($1)),
            summed as (
                select k.thing_id, (array_agg(k.flattrs order by k.day desc))[1] as flattrs,
                       sum(k.gained) filter (where k.day = today.day) as in_day,
                       sum(k.gained) filter (where k.day > today.day - 7) as in_week,
                       sum(k.gained) filter (where k.day > today.day - 30) as in_month,
                       sum(k.gained * power(2::numeric, (k.day - today.day) / 2.0)) as weight,
                       min(least(case when k.day + 1 > today.day then k.day + 1 end,
                                 case when k.day + 7 > today.day then k.day + 7 end,
                                 case when k.day + 30 > today.day then k.day + 30 end))
                           filter (where k.gained <> 0) as due,
                       today.day - date '2000-01-01' as days
                from kept k, today group by k.thing_id, today.day)
            insert into thing_ranks as r (thing_id, flattrs, in_day, in_week, in_month, trend, due, grew_at)
            select thing_id, flattrs, greatest(0, coalesce(in_day, 0)), greatest(0, coalesce(in_week, 0)),
                   greatest(0, coalesce(in_month, 0)),
                   case when weight > 0 then (ln(weight) / ln(2.0) * 1000000)::bigint + days::bigint * 500000 else 0 end, due,
                   case when flattrs > 0 then calendar_now() end
            from summed
            on conflict (thing_id) do update
            set flattrs = excluded.flattrs, in_day = excluded.in_day, in_week = excluded.in_week,
                in_month = excluded.in_month, trend = excluded.trend, due = excluded.due,
                grew_at = case when excluded.flattrs > r.flattrs then excluded.grew_at else r.grew_at end""";
    private static final String FORGET = """
            delete from thing_days d
            where d.thing_id = any($1) and exists (
                select from thing_days later
                where later.thing_id = d.thing_id and later.day > d.day
                  and later.day <= (select (now at time zone 'UTC')::date - 30 from (select calendar_now() as now) m))""";
    private static final String DUE = """
            select thing_id from thing_ranks
            where due <= (select (now at time zone 'UTC')::date from (select calendar_now() as now) moment)
            order by due limit $1""";

    private final Transactions transactions;
    private final Activities activities;

    FoldRanks(Transactions transactions, Activities activities) {
        this.transactions = transactions;
        this.activities = activities;
    }

    /** What changed since the last time, and up to where it was read. */
    private record Changes(String mark, Long[] things, Long[] supporters, boolean isAll) {

        static Changes of(Row row) {
            return new Changes(
                    row.getString("mark"), row.getArrayOfLongs("things"), row.getArrayOfLongs("supporters"), true);
        }

        Changes with(List<Long> missed, Long[] showing) {
            return new Changes(mark, missed.toArray(Long[]::new), showing, missed.size() < MOST);
        }
    }

    /** One server at a time; answers how many things were ranked anew. */
    Uni<Integer> fold() {
        return transactions.run(connection -> Sql.first(connection, TAKE, Tuple.tuple(), Function.identity())
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(0)
                        : changes(connection, taken.get()).chain(changes -> fold(connection, changes))));
    }

    private static Uni<Long[]> ids(SqlConnection connection, String sql) {
        return Sql.list(connection, sql, Tuple.of(MOST), row -> row.getLong("thing_id"))
                .map(found -> found.toArray(Long[]::new));
    }

    private Uni<Changes> changes(SqlConnection connection, Row taken) {
        var told = Sql.one(connection, CHANGED, Tuple.of(taken.getString("mark")), Changes::of);
        return taken.getBoolean("late") ? told.chain(changes -> missed(connection, changes)) : told;
    }

    private Uni<Changes> missed(SqlConnection connection, Changes changes) {
        return ids(connection, MISSED)
                .chain(missed -> activities.showing(connection).map(showing -> changes.with(List.of(missed), showing)));
    }

    private Uni<Integer> fold(SqlConnection connection, Changes changes) {
        return Sql.run(connection, SEE, Tuple.tuple().addArrayOfLong(changes.things()))
                .chain(() -> rank(connection, changes.things()))
                .chain(ranked ->
                        ids(connection, DUE).chain(due -> rank(connection, due)).map(more -> ranked + more))
                .call(() -> activities.follow(connection, changes.supporters(), false))
                .call(() -> Sql.run(connection, MARK, Tuple.of(changes.mark(), changes.isAll())));
    }

    private static Uni<Integer> rank(SqlConnection connection, Long[] things) {
        if (things.length == 0) {
            return Uni.createFrom().item(0);
        }
        var values = Tuple.tuple().addArrayOfLong(things);
        return Sql.run(connection, RANK, values).call(() -> Sql.run(connection, FORGET, values));
    }
}
