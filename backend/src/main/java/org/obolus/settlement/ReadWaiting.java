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

/**
 * Reads what waits for identities: one statement for however many of them. What is held is read from sums, be it a million
 * shares; people are counted one by one only where no sum says how many they are.
 */
@ApplicationScoped
class ReadWaiting {

    /** Of several months the most wanted know how many people they were, unless something has changed since. */
    private static final String PEOPLE_OF_MONTHS = """
            coalesce(
                (select m.supporters from most_wanted m
                 where m.identity_id = w.id and not exists (select from wanted_stale s where s.identity_id = w.id)),
                (select count(distinct s.supporter_id)
                 from holdings k join held_shares s on s.identity_id = k.identity_id and s.month = k.month
                 where k.identity_id = w.id and k.state = 'held'))""";

    private static final String WAITING = """
            with whose as materialized (select id, name, contested from identities where name = any($1)),
            held as (
                select w.id, count(*) as months, sum(g.amount)::bigint as amount, max(g.supporters) as of_one_month,
                    min(g.month) as first_month,
                    min((held_until(w.id, m.settled_at, $2) at time zone 'UTC')::date) as until
                from whose w join holdings g on g.identity_id = w.id and g.state = 'held'
                join months m on m.month = g.month
                group by w.id),
            given as (
                select f.identity_id as id, count(*) as flattrs, min(f.month) as first_month,
                    count(distinct f.supporter_id) filter (where not exists (
                        select from holdings k join held_shares s on s.identity_id = k.identity_id and s.month = k.month
                        where k.identity_id = f.identity_id and k.state = 'held'
                          and s.supporter_id = f.supporter_id)) as others
                from whose w join flattrs f on f.identity_id = w.id
                where f.month in (select month from months where state <> 'settled')
                group by 1)
            select w.name, w.contested, coalesce(h.amount, 0) as held, coalesce(g.flattrs, 0) as flattrs,
                case when h.months = 1 then h.of_one_month when h.months > 1 then %s else 0 end as holding,
                coalesce(g.others, 0) as others,
                least(h.first_month, g.first_month) as first_month,
                case when not w.contested then h.until end as until
            from whose w left join held h on h.id = w.id left join given g on g.id = w.id
            where h.id is not null or g.id is not null""".formatted(PEOPLE_OF_MONTHS);

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
        var holding = row.getLong("holding");
        return new WaitingShares(
                holding + row.getLong("others"),
                holding,
                new Money(row.getLong("held")),
                row.getLong("flattrs"),
                row.getBoolean("contested") ? Optional.empty() : Optional.of(until(row)));
    }

    private LocalDate until(Row row) {
        var until = row.getLocalDate("until");
        return until == null ? holdingTime.returnOf(Month.of(row.getLocalDate("first_month"))) : until;
    }
}
