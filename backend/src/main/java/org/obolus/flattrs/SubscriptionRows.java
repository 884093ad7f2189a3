package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.things.ThingId;

/** The stored subscriptions, as their supporters make and change them. */
@ApplicationScoped
class SubscriptionRows {

    private static final String COLUMNS = """
            id, thing_id, months, counted, made_at, paused_at, ended_at, missed_month, missed_for,
            missed_month = (select month from months where state = 'open') as missed_now
            """;
    private static final String FIND = "select " + COLUMNS + """
            from subscriptions where supporter_id = $1 and thing_id = $2 and ended_at is null""";
    private static final String RUNNING = "select " + COLUMNS + """
            from subscriptions where supporter_id = $1 and id < $2 and ended_at is null
            order by id desc limit $3""";
    private static final String ENDED = "select " + COLUMNS + """
            from subscriptions where supporter_id = $1 and id < $2 and ended_at is not null
            order by id desc limit $3""";
    private static final String ADD = """
            insert into subscriptions (supporter_id, thing_id, months, counted, made_at, due, app_id)
            values ($1, $2, $3, 1, calendar_now(), $4, $5)
            on conflict (supporter_id, thing_id) where ended_at is null do nothing""";

    /** The new length counts from the open month on, which has counted already if it was tried and not missed. */
    private static final String CHANGE = """
            update subscriptions
            set months = $3, counted = (due > $4 and missed_month is distinct from $4)::int, app_id = $5
            where supporter_id = $1 and thing_id = $2 and ended_at is null and months is distinct from $3
            returning due""";

    private static final String PAUSE = """
            with moment as materialized (select calendar_now() as now)
            update subscriptions set paused_at = coalesce(paused_at, now) from moment
            where supporter_id = $1 and thing_id = $2 and ended_at is null""";

    /** What lacked means is tried once more: a deposit may have come while it was paused. */
    private static final String RESUME = """
            update subscriptions
            set paused_at = null, app_id = $4,
                due = case when missed_month = $3 and missed_for = 'no_means' then $3 else due end
            where supporter_id = $1 and thing_id = $2 and ended_at is null and paused_at is not null
            returning due""";

    private static final String STOP = """
            with moment as materialized (select calendar_now() as now)
            update subscriptions set ended_at = now from moment
            where supporter_id = $1 and thing_id = $2 and ended_at is null""";

    Uni<Optional<Subscription>> find(SqlConnection connection, AccountId supporter, ThingId thing) {
        return Sql.first(connection, FIND, Tuple.of(supporter.value(), thing.value()), Subscription::of);
    }

    Uni<List<Subscription>> running(SqlConnection connection, AccountId supporter, PageWish wish) {
        return Sql.list(connection, RUNNING, Tuple.of(supporter.value(), wish.before(), wish.rows()), Subscription::of);
    }

    Uni<List<Subscription>> ended(SqlConnection connection, AccountId supporter, PageWish wish) {
        return Sql.list(connection, ENDED, Tuple.of(supporter.value(), wish.before(), wish.rows()), Subscription::of);
    }

    /** With the open month counted; answers false when there is one already. */
    Uni<Boolean> add(SqlConnection connection, Giver giver, ThingId thing, Term term, Month month) {
        var values = Tuple.of(
                giver.supporter().value(),
                thing.value(),
                term.months().orElse(null),
                month.next().firstDay(),
                giver.app().orElse(null));
        return Sql.run(connection, ADD, values).map(rows -> rows > 0);
    }

    /** Gives one that has another length this one, and answers when it is tried next; empty when it has this length. */
    Uni<Optional<Month>> change(SqlConnection connection, Giver giver, ThingId thing, Term term, Month month) {
        var values = Tuple.of(
                giver.supporter().value(),
                thing.value(),
                term.months().orElse(null),
                month.firstDay(),
                giver.app().orElse(null));
        return Sql.first(connection, CHANGE, values, SubscriptionRows::due);
    }

    Uni<Void> pause(SqlConnection connection, AccountId supporter, ThingId thing) {
        return changed(connection, PAUSE, Tuple.of(supporter.value(), thing.value()), thing);
    }

    /** Answers when it is tried next; empty when it was not paused. */
    Uni<Optional<Month>> resume(SqlConnection connection, Giver giver, ThingId thing, Month month) {
        var values = Tuple.of(
                giver.supporter().value(),
                thing.value(),
                month.firstDay(),
                giver.app().orElse(null));
        return Sql.first(connection, RESUME, values, SubscriptionRows::due)
                .call(due ->
                        due.isPresent() ? Uni.createFrom().voidItem() : require(connection, giver.supporter(), thing));
    }

    private Uni<Void> require(SqlConnection connection, AccountId supporter, ThingId thing) {
        return find(connection, supporter, thing)
                .invoke(found -> found.orElseThrow(() -> new FlattrRefused.NotSubscribed(thing)))
                .replaceWithVoid();
    }

    Uni<Void> stop(SqlConnection connection, AccountId supporter, ThingId thing) {
        return changed(connection, STOP, Tuple.of(supporter.value(), thing.value()), thing);
    }

    private static Month due(Row row) {
        return Month.of(row.getLocalDate("due"));
    }

    private static Uni<Void> changed(SqlConnection connection, String sql, Tuple values, ThingId thing) {
        return Sql.run(connection, sql, values)
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new FlattrRefused.NotSubscribed(thing);
                    }
                })
                .replaceWithVoid();
    }
}
