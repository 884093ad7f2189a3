package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.database.Sql;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PlatformPeople;
import org.obolus.money.Money;
import org.obolus.settlement.GivenStatement.Fate;
import org.obolus.settlement.GivenStatement.Line;
import org.obolus.settlement.GivenStatement.Voided;
import org.obolus.settlement.GivenStatement.Wait;
import org.obolus.things.ThingId;

/** Reads what a supporter gave: from the receipt of a settled month, else as the month stands now. */
@ApplicationScoped
class Given {

    private static final String SETTLED = """
            select u.thing_id, t.url, t.title, i.name as identity, a.username, a.id = $1 as own, h.state as held,
                   h.state = 'held' as waits, i.contested,
                   (held_until(i.id, m.settled_at, $3) at time zone 'UTC')::date as held_until,
                   r.pot / cardinality(r.things) + (u.place <= r.pot % cardinality(r.things))::int as amount
            from receipts r
            join months m on m.month = r.month
            cross join lateral unnest(r.things, r.identities) with ordinality as u(thing_id, identity_id, place)
            join things t on t.id = u.thing_id
            join identities i on i.id = u.identity_id
            left join accounts a on a.id = receiver_as_of(u.identity_id, m.settling_at)
            left join holdings h on h.identity_id = u.identity_id and h.month = r.month
            where r.supporter_id = $1 and r.month = $2
            order by u.place""";
    private static final String PROVISIONAL = """
            with pot as materialized (select pot_of($1, $2) as amount),
            mine as (
                select thing_id, identity_id, row_number() over (order by thing_id) as place, count(*) over () as n
                from flattrs where supporter_id = $1 and month = $2)
            select thing_id, t.url, t.title, i.name as identity, a.username, a.id = $1 as own,
                   null::text as held, a.id is null or starts_with(i.name, 'email:') as waits, i.contested,
                   $3::date as held_until, pot.amount / n + (place <= pot.amount % n)::int as amount
            from mine cross join pot
            join things t on t.id = thing_id
            join identities i on i.id = mine.identity_id
            left join accounts a on a.id = i.account_id and not i.contested
            order by place""";
    private static final String VOIDED = """
            select v.thing_id, t.url, t.title, v.reason from voids v join things t on t.id = v.thing_id
            where v.supporter_id = $1 and v.month = $2 order by v.voided_at, v.thing_id""";

    private final HoldingTime holdingTime;
    private final PlatformPeople people;

    Given(HoldingTime holdingTime, PlatformPeople people) {
        this.holdingTime = holdingTime;
        this.people = people;
    }

    Uni<GivenStatement> statement(SqlConnection connection, AccountId supporter, MonthState month) {
        var settled = month.stage() == Stage.SETTLED;
        var key = Tuple.of(supporter.value(), month.month().firstDay());
        return Sql.one(connection, "select pot_of($1, $2) as pot", key, row -> new Money(row.getLong("pot")))
                .chain(pot -> shares(connection, supporter, month.month(), settled)
                        .chain(shares -> voided(connection, supporter, month.month())
                                .map(voids -> new GivenStatement(month.month(), month.stage(), pot, shares, voids))));
    }

    private Uni<List<Line>> shares(SqlConnection connection, AccountId supporter, Month month, boolean settled) {
        var until = settled ? holdingTime.months() : holdingTime.returnOf(month);
        var values = Tuple.of(supporter.value(), month.firstDay(), until);
        return Sql.list(connection, settled ? SETTLED : PROVISIONAL, values, row -> row)
                .chain(rows -> people.called(
                                connection,
                                rows.stream().map(Given::identity).distinct().toList())
                        .map(called -> rows.stream()
                                .map(row -> line(row, settled, called))
                                .toList()));
    }

    private static IdentityName identity(Row row) {
        return new IdentityName(row.getString("identity"));
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

    /** Which account has an e-mail address, or whether one has, is not said to whoever flattrs that. */
    private static Line line(Row row, boolean settled, Map<IdentityName, String> called) {
        var identity = identity(row);
        var username = Optional.ofNullable(row.getString("username")).filter(name -> !identity.isEmail());
        return new Line(
                new ThingId(row.getLong("thing_id")),
                row.getString("url"),
                row.getString("title"),
                identity,
                username.orElse(identity.shown()),
                username.orElse(called.get(identity)),
                new Money(row.getLong("amount")),
                fate(row, settled),
                waits(row));
    }

    private static Optional<Wait> waits(Row row) {
        if (!Boolean.TRUE.equals(row.getBoolean("waits"))) {
            return Optional.empty();
        }
        var until = row.getBoolean("contested") ? null : row.getLocalDate("held_until");
        return Optional.of(new Wait(Optional.ofNullable(until)));
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
