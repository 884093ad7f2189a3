package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.budgets.MeansGained;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/** Clicks that wait for their supporter's top-up: 24 hours at most, tried once when the means are there (rule 3). */
@ApplicationScoped
class WaitingClicks implements MeansGained {

    private static final String WAIT = """
            insert into waiting_clicks (supporter_id, thing_id, asked_at, expires_at)
            select $1, $2, now, now + interval '24 hours' from (select calendar_now() as now) moment
            on conflict (supporter_id, thing_id) do update
            set asked_at = excluded.asked_at, expires_at = excluded.expires_at""";
    private static final String TAKE = """
            with taken as (
                delete from waiting_clicks w where supporter_id = $1 and exists (
                    select from budgets b join ledger_accounts funds on funds.name = 'funds:' || b.supporter_id
                    where b.supporter_id = w.supporter_id and not b.paused and funds.balance > 0)
                returning thing_id, asked_at, expires_at)
            select thing_id from taken where expires_at > calendar_now() order by asked_at""";
    private static final String LIST = """
            select thing_id, asked_at, expires_at from waiting_clicks
            where supporter_id = $1 and expires_at > calendar_now() order by asked_at desc limit $2""";
    private static final String STOP = "delete from waiting_clicks where supporter_id = $1 and thing_id = $2";
    private static final int MOST_LISTED = 100;

    private final GiveFlattrs giveFlattrs;

    WaitingClicks(GiveFlattrs giveFlattrs) {
        this.giveFlattrs = giveFlattrs;
    }

    Uni<Void> wait(SqlConnection connection, AccountId supporter, ThingId thing) {
        return Sql.run(connection, WAIT, Tuple.of(supporter.value(), thing.value()))
                .replaceWithVoid();
    }

    /** The latest first; more than are listed nobody waits for. */
    Uni<List<WaitingClick>> of(SqlConnection connection, AccountId supporter) {
        return Sql.list(connection, LIST, Tuple.of(supporter.value(), MOST_LISTED), WaitingClicks::waiting);
    }

    Uni<Void> stop(SqlConnection connection, AccountId supporter, ThingId thing) {
        return Sql.run(connection, STOP, Tuple.of(supporter.value(), thing.value()))
                .replaceWithVoid();
    }

    /** What waits is taken, and so tried once, only when there is something to give; until then it goes on waiting. */
    @Override
    public Uni<Void> gained(SqlConnection connection, Month month, AccountId supporter) {
        return Sql.list(connection, TAKE, Tuple.of(supporter.value()), row -> click(supporter, row.getLong("thing_id")))
                .chain(clicks -> clicks.isEmpty() ? Uni.createFrom().voidItem() : give(connection, month, clicks));
    }

    private Uni<Void> give(SqlConnection connection, Month month, List<Click> clicks) {
        return giveFlattrs.give(connection, month, clicks).replaceWithVoid();
    }

    private static Click click(AccountId supporter, long thing) {
        return new Click(supporter, new ThingId(thing));
    }

    private static WaitingClick waiting(Row row) {
        return new WaitingClick(
                new ThingId(row.getLong("thing_id")),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
