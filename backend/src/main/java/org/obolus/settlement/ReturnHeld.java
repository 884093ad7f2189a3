package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Gives back what nobody claimed in time or whose receiver opted out: whole, to the very supporters (rule 11).
 *
 * <p>What goes back is decided at once, then booked by slices of supporters, each with where the next begins: whoever dies
 * in between leaves the rest to any server, and a slice that is done cannot be done again.
 */
@ApplicationScoped
class ReturnHeld {

    private static final int SUPPORTERS_AT_ONCE = 20_000;
    private static final String IS_ANY_DUE = """
            select exists (select from returns where done_at is null)
            or exists (
                select from months m join holdings h on h.month = m.month and h.state = 'held'
                join identities i on i.id = h.identity_id and not i.contested and i.account_id is null
                where m.state = 'settled' and m.settled_at + make_interval(months => $1) <= calendar_now()
                  and held_until(i.id, m.settled_at, $1) <= calendar_now())
            or exists (
                select from identities i join holdings h on h.identity_id = i.id and h.state = 'held'
                where i.opted_out_at is not null and not i.contested) as due""";
    private static final String BEGIN = """
            with moment as materialized (select calendar_now() as now),
            due as (
                select h.identity_id, h.month
                from holdings h
                join months m on m.month = h.month
                join identities i on i.id = h.identity_id and not i.contested
                cross join moment
                where h.state = 'held'
                  and (i.opted_out_at is not null or i.account_id is null
                    and m.settled_at + make_interval(months => $1) <= moment.now
                    and held_until(i.id, m.settled_at, $1) <= moment.now)
                order by h.identity_id, h.month for update of h skip locked),
            returned as (
                update holdings h set state = 'returned', decided_at = moment.now
                from due d, moment where h.identity_id = d.identity_id and h.month = d.month
                returning h.identity_id, h.month),
            fewer as (
                insert into wanted_stale select distinct identity_id from returned order by 1
                on conflict (identity_id) do update set identity_id = excluded.identity_id)
            insert into returns (month, begun_at) select distinct month, moment.now from returned, moment""";
    private static final String TAKE = """
            select month, begun_at, up_to from returns where done_at is null
            order by begun_at, month limit 1 for update skip locked""";
    private static final String SLICE = """
            with slice as materialized (
                select s.supporter_id, sum(s.amount)::bigint as amount
                from holdings h
                join held_shares s on s.identity_id = h.identity_id and s.month = h.month and s.supporter_id > $3
                where h.month = $1 and h.decided_at = $2 and h.state = 'returned'
                group by s.supporter_id order by s.supporter_id limit $4),
            booked as (
                insert into transfers (debit, key, credit, amount)
                select 'held:' || $5, 'return:' || supporter_id || ':' || (extract(epoch from $2::timestamptz) * 1000000)::bigint,
                       'funds:' || supporter_id, amount
                from slice order by supporter_id)
            update returns r
            set up_to = coalesce((select max(supporter_id) from slice), r.up_to),
                done_at = case when (select count(*) from slice) < $4 then calendar_now() end
            where r.month = $1 and r.begun_at = $2""";

    private final Transactions transactions;
    private final PotsAtRest potsAtRest;
    private final HoldingTime holdingTime;

    ReturnHeld(Transactions transactions, PotsAtRest potsAtRest, HoldingTime holdingTime) {
        this.transactions = transactions;
        this.potsAtRest = potsAtRest;
        this.holdingTime = holdingTime;
    }

    private record Return(Month month, OffsetDateTime begunAt, long upTo) {

        static Return of(Row row) {
            return new Return(
                    Month.of(row.getLocalDate("month")), row.getOffsetDateTime("begun_at"), row.getLong("up_to"));
        }
    }

    Uni<Void> giveBack() {
        return isAnyDue()
                .chain(due -> due
                        ? begin().chain(this::untilNoneIsLeft)
                        : Uni.createFrom().voidItem());
    }

    /** Locks nothing, since nothing is due most of the time. */
    Uni<Boolean> isAnyDue() {
        return transactions.read(connection ->
                Sql.one(connection, IS_ANY_DUE, Tuple.of(holdingTime.months()), row -> row.getBoolean("due")));
    }

    private Uni<Void> begin() {
        return transactions
                .run(connection -> Sql.run(connection, BEGIN, Tuple.of(holdingTime.months())))
                .replaceWithVoid();
    }

    private Uni<Void> untilNoneIsLeft() {
        return transactions
                .run(connection -> potsAtRest.require(connection).chain(() -> slice(connection)))
                .chain(some -> some ? untilNoneIsLeft() : Uni.createFrom().voidItem());
    }

    /** One slice of one return; answers false when nothing is left, or others are at it. */
    private static Uni<Boolean> slice(SqlConnection connection) {
        return Sql.first(connection, TAKE, Tuple.tuple(), Return::of)
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : slice(connection, taken.get()).replaceWith(true));
    }

    private static Uni<Integer> slice(SqlConnection connection, Return taken) {
        var values = Tuple.of(
                taken.month().firstDay(),
                taken.begunAt(),
                taken.upTo(),
                SUPPORTERS_AT_ONCE,
                taken.month().toString());
        return Sql.run(connection, SLICE, values);
    }
}
