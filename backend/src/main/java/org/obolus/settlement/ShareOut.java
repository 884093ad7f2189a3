package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;

/**
 * The first pass of a settlement: divides the pots of a slice of supporters by their flattrs (rule 8).
 *
 * <p>Each supporter gets one receipt; each receiver what this slice gives, share by share. What nobody has claimed is
 * held, what is the giver's own goes back, and a pot whose flattrs were all voided returns whole. The receipts come
 * straight from the key of the flattrs, in order and without a sort; receivers are read as of the settling instant.
 */
@ApplicationScoped
class ShareOut {

    /** Large slices write fewer partial sums for the receivers; but four at least, for as many hands. */
    private static final int POTS_SLICES_TOGETHER = 10;

    private static final String PLAN = """
            insert into month_slices (month, stage, slice, from_id, to_id)
            select month, 'shares', slice / greatest(1, least($2::int, count / 4)), min(from_id), max(to_id)
            from (select *, (count(*) over ())::int as count from month_slices where month = $1 and stage = 'pots') pots
            group by 1, 3
            on conflict do nothing""";
    private static final String SHARE_OUT = """
            with receipt as (
                insert into receipts (supporter_id, month, pot, things, identities)
                select p.supporter_id, $1, p.amount, f.things, f.identities
                from (select supporter_id, array_agg(thing_id) as things, array_agg(identity_id) as identities
                      from (select supporter_id, thing_id, identity_id from flattrs
                            where month = $1 and supporter_id between $2 and $3
                            order by supporter_id, thing_id) in_order
                      group by supporter_id) f
                join pots p on p.supporter_id = f.supporter_id
                where p.month = $1 and p.supporter_id between $2 and $3
                returning supporter_id, pot, things, identities),
            receiver as (
                select c.identity_id, c.account_id from claims c
                where c.claimed_at <= $6 and (c.ended_at is null or c.ended_at > $6)
                  and not exists (select from contests k where k.identity_id = c.identity_id
                                  and k.opened_at <= $6 and (k.decided_at is null or k.decided_at > $6))),
            share as materialized (
                select r.supporter_id, u.thing_id, u.identity_id, receiver.account_id,
                       r.pot / cardinality(r.things) + (u.place <= r.pot % cardinality(r.things))::int as amount
                from receipt r
                cross join lateral unnest(r.things, r.identities) with ordinality as u(thing_id, identity_id, place)
                left join receiver on receiver.identity_id = u.identity_id),
            earned as (
                insert into earnings (account_id, month, slice, gross, things, amounts)
                select account_id, $1, $4, sum(amount)::bigint, array_agg(thing_id), array_agg(amount)
                from share where account_id <> supporter_id group by account_id),
            held as (
                insert into held_shares (identity_id, month, supporter_id, thing_id, amount)
                select identity_id, $1, supporter_id, thing_id, amount
                from share where account_id is null and amount > 0
                order by identity_id, supporter_id, thing_id
                returning amount)
            insert into transfers (debit, key, credit, amount)
            select 'pool:' || $5, 'own:' || supporter_id, 'funds:' || supporter_id, sum(amount)::bigint
            from share where account_id = supporter_id group by supporter_id having sum(amount) > 0
            union all
            select 'pool:' || $5, 'void:' || p.supporter_id, 'funds:' || p.supporter_id, p.amount
            from pots p
            where p.month = $1 and p.amount > 0 and p.supporter_id = any (array(
                select supporter_id from pots where month = $1 and supporter_id between $2 and $3
                except select supporter_id from receipt))
            union all
            select 'pool:' || $5, 'held:' || $4::int, 'held:' || $5, sum(amount)::bigint
            from held having count(*) > 0""";

    private final PotsAtRest potsAtRest;

    ShareOut(PotsAtRest potsAtRest) {
        this.potsAtRest = potsAtRest;
    }

    Uni<Void> plan(SqlConnection connection, Month month) {
        return Sql.run(connection, PLAN, Tuple.of(month.firstDay(), POTS_SLICES_TOGETHER))
                .replaceWithVoid();
    }

    Uni<Void> share(SqlConnection connection, Month month, Slice slice) {
        return potsAtRest
                .require(connection)
                .chain(() -> Sql.one(
                        connection,
                        "select settling_at from months where month = $1",
                        Tuple.of(month.firstDay()),
                        row -> row.getOffsetDateTime("settling_at")))
                .chain(instant -> Sql.run(
                        connection,
                        SHARE_OUT,
                        Tuple.of(
                                month.firstDay(), slice.from(), slice.to(), slice.number(), month.toString(), instant)))
                .replaceWithVoid();
    }
}
