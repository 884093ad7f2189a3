package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.budgets.MeansGained;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/**
 * Flattrs what is subscribed to in the open month, judged as every click is, and writes down what became of it in the
 * same transaction: a subscription that was tried is not due before the next month (rule 12).
 *
 * <p>What an app asked for counts for what that app may give. Without means it waits for what the supporter is told of by
 * {@link MeansGained}; any other refusal is the month's.
 */
@ApplicationScoped
class GiveEveryMonth implements MeansGained {

    /** Enough to be fast, and few enough that clicks on the same things wait for a moment only. */
    static final int AT_ONCE = 500;

    private static final String TAKE = """
            select due, thing_id, supporter_id, app_id from subscriptions
            where ended_at is null and paused_at is null and due <= $1
              and (due, thing_id, supporter_id) > ($2, $3, $4)
              and not exists (select from months where state = 'closed' and pots_moved_at is null)
            order by due, thing_id, supporter_id
            limit $5 for update skip locked""";
    private static final String TAKE_OF_ONE = """
            select due, thing_id, supporter_id, app_id from subscriptions
            where supporter_id = $1 and ended_at is null and paused_at is null
              and (due <= $2 or missed_month = $2 and missed_for = 'no_means')
            order by thing_id for update""";
    private static final String RECORD = """
            with moment as materialized (select calendar_now() as now),
            tried as (
                select t.*, exists (select from flattrs f where f.supporter_id = t.supporter_id
                                    and f.month = $4 and f.thing_id = t.thing_id) as flattred
                from unnest($1::bigint[], $2::bigint[], $3::text[]) as t(supporter_id, thing_id, refusal))
            update subscriptions s
            set due = $5,
                counted = s.counted + t.flattred::int,
                ended_at = case when t.flattred and s.counted + 1 = s.months then now end,
                missed_month = case when not t.flattred then $4 else nullif(s.missed_month, $4) end,
                missed_for = case when not t.flattred then t.refusal
                             when s.missed_month <> $4 then s.missed_for end
            from tried t, moment
            where s.supporter_id = t.supporter_id and s.thing_id = t.thing_id and s.ended_at is null""";

    private final GiveWithinLimits giveWithinLimits;

    GiveEveryMonth(GiveWithinLimits giveWithinLimits) {
        this.giveWithinLimits = giveWithinLimits;
    }

    /**
     * A subscription whose turn it is, and its place in the order in which they are taken.
     *
     * @param app that asked for it last, so that its limit counts; null where the supporter did
     */
    record Due(LocalDate since, long thing, long supporter, UUID app) {

        static final Due FIRST = new Due(LocalDate.EPOCH, 0, 0, null);

        static Due of(Row row) {
            return new Due(
                    row.getLocalDate("due"),
                    row.getLong("thing_id"),
                    row.getLong("supporter_id"),
                    row.getUUID("app_id"));
        }

        Click click() {
            return new Click(new AccountId(supporter), new ThingId(thing), null, app);
        }
    }

    /**
     * Flattrs some that are due and not in other servers' hands; answers them. None while pots are moving, because
     * until then nobody knows what is left to give.
     *
     * @param last the last that was taken before: what is done is not gone through again
     */
    Uni<List<Due>> giveSome(SqlConnection connection, Month month, Due last) {
        var values = Tuple.from(List.of(month.firstDay(), last.since(), last.thing(), last.supporter(), AT_ONCE));
        return Sql.list(connection, TAKE, values, Due::of).call(due -> give(connection, month, due));
    }

    @Override
    public Uni<Void> gained(SqlConnection connection, Month month, AccountId supporter) {
        return Sql.list(connection, TAKE_OF_ONE, Tuple.of(supporter.value(), month.firstDay()), Due::of)
                .chain(due -> give(connection, month, due));
    }

    private Uni<Void> give(SqlConnection connection, Month month, List<Due> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var clicks = due.stream().map(Due::click).toList();
        return giveWithinLimits
                .give(connection, month, clicks)
                .chain(outcomes -> Sql.run(connection, RECORD, values(due, outcomes, month)))
                .replaceWithVoid();
    }

    private static Tuple values(List<Due> due, List<Outcome> outcomes, Month month) {
        return Tuple.of(
                due.stream().map(Due::supporter).toArray(Long[]::new),
                due.stream().map(Due::thing).toArray(Long[]::new),
                outcomes.stream().map(Outcome::refusalCode).toArray(String[]::new),
                month.firstDay(),
                month.next().firstDay());
    }
}
