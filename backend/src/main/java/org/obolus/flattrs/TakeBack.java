package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/** Removes flattrs with everything that counted them, in one statement: an undo, or a void that leaves its reason. */
@ApplicationScoped
class TakeBack {

    private static final String UNCOUNT = """
            , missed as (
                update fans f set flattrs = f.flattrs - lost.flattrs
                from (select supporter_id, thing_id, count(*) as flattrs from gone group by 1, 2) lost
                where f.supporter_id = lost.supporter_id and f.thing_id = lost.thing_id
                returning f.thing_id, lost.flattrs, f.flattrs as left_over),
            shrunk as (
                select thing_id, sum(flattrs) as flattrs, count(*) filter (where left_over = 0) as supporters
                from missed group by thing_id),
            counted as (
                update counters c set flattrs = c.flattrs - s.flattrs, supporters = c.supporters - s.supporters
                from shrunk s where c.thing_id = s.thing_id
                returning c.thing_id),
            told as (
                insert into counter_changes (things, supporters)
                select array_agg(thing_id), array(select distinct supporter_id from gone)
                from counted having count(*) > 0)
            select count(*) as taken from gone""";

    private static final String UNDO = """
            with gone as (delete from flattrs where supporter_id = $1 and month = $2 and thing_id = $3 returning *)
            """ + UNCOUNT;

    private static final String NOTE = """
            , noted as (
                insert into voids
                    (supporter_id, month, thing_id, voided_at, identity_id, given_at, operator_id, reason)
                select supporter_id, month, thing_id, calendar_now(), identity_id, given_at, $1, $2 from gone)
            """;

    private static final String VOID = """
            with gone as (delete from flattrs where supporter_id = $3 and month = $4 and thing_id = $5 returning *)
            """ + NOTE + UNCOUNT;

    private static final String VOID_UNSETTLED = """
            with gone as (
                delete from flattrs where identity_id = $3
                and month in (select month from months where settling_at is null)
                returning *)
            """ + NOTE + UNCOUNT;

    private final TellOfFlattrs tell;

    TakeBack(TellOfFlattrs tell) {
        this.tell = tell;
    }

    Uni<Integer> undo(SqlConnection connection, AccountId supporter, Month month, ThingId thing) {
        return taken(connection, UNDO, Tuple.of(supporter.value(), month.firstDay(), thing.value()))
                .call(taken -> tell(connection, month, supporter, thing, taken));
    }

    Uni<Integer> voidOne(
            SqlConnection connection, AccountId operator, String reason, AccountId giver, Month month, ThingId thing) {
        var values = Tuple.of(operator.value(), reason, giver.value(), month.firstDay(), thing.value());
        return taken(connection, VOID, values).call(taken -> tell(connection, month, giver, thing, taken));
    }

    /** Everything an identity was given in months that are not being settled yet. */
    Uni<Integer> voidUnsettled(SqlConnection connection, long identity, String reason) {
        return taken(connection, VOID_UNSETTLED, Tuple.of(null, reason, identity))
                .call(taken -> taken > 0 ? tell.voided(connection, identity) : nothing());
    }

    private Uni<Void> tell(SqlConnection connection, Month month, AccountId supporter, ThingId thing, int taken) {
        return taken > 0 ? tell.takenBack(connection, month, supporter, thing) : nothing();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Integer> taken(SqlConnection connection, String sql, Tuple values) {
        return Sql.one(connection, sql, values, row -> row.getInteger("taken"));
    }
}
