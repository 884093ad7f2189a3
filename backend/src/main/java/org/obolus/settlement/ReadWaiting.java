package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.identities.IdentityName;
import org.obolus.money.Money;

/** Reads what waits for identities: one statement for however many of them. */
@ApplicationScoped
class ReadWaiting {

    private static final String WAITING = """
            with whose as materialized (select id, name, contested from identities where name = any($1)),
            held as (
                select h.identity_id, h.supporter_id, h.month, sum(h.amount)::bigint as amount, 0 as flattrs
                from whose join holdings g on g.identity_id = whose.id and g.state = 'held'
                join held_shares h on h.identity_id = g.identity_id and h.month = g.month
                group by 1, 2, 3),
            given as (
                select f.identity_id, f.supporter_id, f.month, 0 as amount, count(*)::int as flattrs
                from whose join flattrs f on f.identity_id = whose.id
                where f.month in (select month from months where state <> 'settled')
                group by 1, 2, 3)
            select w.name, count(distinct supporter_id) as supporters, sum(amount)::bigint as held,
                sum(flattrs)::bigint as flattrs, min(all_of_it.month) as first_month,
                min((held_until(w.id, m.settled_at, $2) at time zone 'UTC')::date)
                    filter (where m.state = 'settled' and not w.contested) as until,
                bool_or(w.contested) as contested
            from (select * from held union all select * from given) all_of_it
            join whose w on w.id = all_of_it.identity_id
            join months m on m.month = all_of_it.month
            group by w.name""";

    private final HoldingTime holdingTime;

    ReadWaiting(HoldingTime holdingTime) {
        this.holdingTime = holdingTime;
    }

    /** Nothing waits for those that are not in the answer. */
    Uni<Map<IdentityName, WaitingShares>> of(SqlConnection connection, Collection<IdentityName> names) {
        var written = names.stream().map(IdentityName::value).toArray(String[]::new);
        return Sql.list(connection, WAITING, Tuple.of(written, holdingTime.months()), row -> row)
                .map(rows -> rows.stream().collect(Collectors.toMap(ReadWaiting::name, this::waiting)));
    }

    private static IdentityName name(Row row) {
        return new IdentityName(row.getString("name"));
    }

    private WaitingShares waiting(Row row) {
        return new WaitingShares(
                row.getLong("supporters"),
                new Money(row.getLong("held")),
                row.getLong("flattrs"),
                row.getBoolean("contested") ? Optional.empty() : Optional.of(until(row)));
    }

    private LocalDate until(Row row) {
        var until = row.getLocalDate("until");
        return until == null ? holdingTime.returnOf(Month.of(row.getLocalDate("first_month"))) : until;
    }
}
