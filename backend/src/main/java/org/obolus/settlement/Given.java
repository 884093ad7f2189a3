package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.database.Sql;
import org.obolus.money.Money;
import org.obolus.settlement.GivenStatement.Fate;
import org.obolus.settlement.GivenStatement.Line;
import org.obolus.settlement.GivenStatement.Voided;
import org.obolus.things.ThingId;

/** Reads what a supporter gave: from the receipt of a settled month, else as the month stands now. */
@ApplicationScoped
class Given {

    private static final String SETTLED = """
            select u.thing_id, t.url, t.title, i.name as identity, a.username, a.id = $1 as own, h.state as held,
                   r.pot / cardinality(r.things) + (u.place <= r.pot % cardinality(r.things))::int as amount
            from receipts r
            join months m on m.month = r.month
            cross join lateral unnest(r.things, r.identities) with ordinality as u(thing_id, identity_id, place)
            join things t on t.id = u.thing_id
            join identities i on i.id = u.identity_id
            left join accounts a on a.id = receiver_as_of(u.identity_id, m.settling_at)
            left join held_shares h on h.identity_id = u.identity_id and h.month = r.month
                 and h.supporter_id = r.supporter_id and h.thing_id = u.thing_id
            where r.supporter_id = $1 and r.month = $2
            order by u.place""";
    private static final String PROVISIONAL = """
            with pot as materialized (select pot_of($1, $2) as amount),
            mine as (
                select thing_id, identity_id, row_number() over (order by thing_id) as place, count(*) over () as n
                from flattrs where supporter_id = $1 and month = $2)
            select thing_id, t.url, t.title, i.name as identity, a.username, a.id = $1 as own,
                   null::text as held, pot.amount / n + (place <= pot.amount % n)::int as amount
            from mine cross join pot
            join things t on t.id = thing_id
            join identities i on i.id = mine.identity_id
            left join accounts a on a.id = i.account_id and not i.contested
            order by place""";
    private static final String VOIDED = """
            select v.thing_id, t.url, t.title, v.reason from voids v join things t on t.id = v.thing_id
            where v.supporter_id = $1 and v.month = $2 order by v.voided_at, v.thing_id""";

    Uni<GivenStatement> statement(SqlConnection connection, AccountId supporter, MonthState month) {
        var settled = month.stage() == Stage.SETTLED;
        var values = Tuple.of(supporter.value(), month.month().firstDay());
        return Sql.one(connection, "select pot_of($1, $2) as pot", values, row -> new Money(row.getLong("pot")))
                .chain(pot -> Sql.list(connection, settled ? SETTLED : PROVISIONAL, values, row -> line(row, settled))
                        .chain(shares -> voided(connection, supporter, month.month())
                                .map(voids -> new GivenStatement(month.month(), month.stage(), pot, shares, voids))));
    }

    private static Uni<List<Voided>> voided(SqlConnection connection, AccountId supporter, Month month) {
        return Sql.list(
                connection,
                VOIDED,
                Tuple.of(supporter.value(), month.firstDay()),
                row -> new Voided(
                        new ThingId(row.getLong("thing_id")),
                        row.getString("url"),
                        row.getString("title"),
                        row.getString("reason")));
    }

    private static Line line(Row row, boolean settled) {
        var username = row.getString("username");
        return new Line(
                new ThingId(row.getLong("thing_id")),
                row.getString("url"),
                row.getString("title"),
                username == null ? row.getString("identity") : username,
                new Money(row.getLong("amount")),
                fate(row, settled));
    }

    private static Fate fate(Row row, boolean settled) {
        var held = row.getString("held");
        if (held != null) {
            return Fate.valueOf(held.toUpperCase(Locale.ROOT));
        }
        if (!settled) {
            return Fate.PROVISIONAL;
        }
        if (row.getString("username") == null) {
            return Fate.HELD;
        }
        return Boolean.TRUE.equals(row.getBoolean("own")) ? Fate.OWN : Fate.CREDITED;
    }
}
