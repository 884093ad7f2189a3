package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.budgets.Budget;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.money.Money;
import org.obolus.things.ThingId;

/** Reads what a supporter sees of the open month before clicking; judged as {@link GiveFlattrs} judges the click. */
@ApplicationScoped
class ReadOpenMonth {

    private static final String OPEN_MONTH = """
            with moment as materialized (select calendar_month() as month),
            mine as (
                select moment.month, b.amount, b.paused, coalesce(funds.balance, 0) as funds,
                       exists (
                           select from months m
                           where m.month < moment.month and m.pots_moved_at is null
                             and exists (select from flattrs f where f.supporter_id = $1 and f.month = m.month)
                             and not exists (select from pots p where p.supporter_id = $1 and p.month = m.month))
                           as pot_is_due
                from moment
                left join budgets b on b.supporter_id = $1
                left join ledger_accounts funds on funds.name = 'funds:' || $1::bigint)
            select month, amount, paused,
                   case when pot_is_due then funds - least(coalesce(amount, 0), funds) else funds end as free,
                   (select count(*) from flattrs where supporter_id = $1 and flattrs.month = mine.month) as flattrs
            from mine""";
    private static final String STANDING = """
            with moment as materialized (select calendar_month() as month, calendar_now() as now)
            select (select given_at from flattrs f
                    where f.supporter_id = $1 and f.month = moment.month and f.thing_id = $2) as flattred_at,
                   (select expires_at from waiting_clicks w
                    where w.supporter_id = $1 and w.thing_id = $2 and w.expires_at > moment.now) as waits_until
            from moment""";

    Uni<OpenMonth> of(SqlConnection connection, AccountId supporter) {
        return Sql.one(connection, OPEN_MONTH, Tuple.of(supporter.value()), ReadOpenMonth::openMonth);
    }

    Uni<Standing> standing(SqlConnection connection, AccountId supporter, ThingId thing) {
        var values = Tuple.of(supporter.value(), thing.value());
        return Sql.one(
                connection,
                STANDING,
                values,
                row -> new Standing(instant(row, "flattred_at"), instant(row, "waits_until")));
    }

    private static OpenMonth openMonth(Row row) {
        return new OpenMonth(
                Month.of(row.getLocalDate("month")),
                Optional.ofNullable(row.getLong("amount"))
                        .map(amount -> new Budget(new Money(amount), row.getBoolean("paused"))),
                new Money(row.getLong("free")),
                row.getInteger("flattrs"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
