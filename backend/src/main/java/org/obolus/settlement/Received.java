package org.obolus.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.CalendarConfig;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.database.Sql;
import org.obolus.money.Money;
import org.obolus.settlement.ReceivedStatement.Claim;
import org.obolus.settlement.ReceivedStatement.OfThing;
import org.obolus.settlement.ReceivedStatement.Share;
import org.obolus.settlement.ReceivedStatement.Voided;
import org.obolus.things.ThingId;

/** Reads what a creator received: from the earnings of a settled month, else as the month stands now. */
@ApplicationScoped
class Received {

    private static final String SETTLED = """
            select s.thing_id, t.url, t.title, s.clicks, s.gross, coalesce(c.flattrs, 0) as clicks_in_all
            from (select u.thing_id, count(*) as clicks, sum(u.amount)::bigint as gross
                  from earnings e cross join lateral unnest(e.things, e.amounts) as u(thing_id, amount)
                  where e.account_id = $1 and e.month = $2 group by u.thing_id) s
            join things t on t.id = s.thing_id
            left join counters c on c.thing_id = s.thing_id
            order by s.gross desc, s.thing_id""";
    private static final String PROVISIONAL = """
            with mine as materialized (
                select f.supporter_id, f.thing_id from flattrs f join identities i on i.id = f.identity_id
                where i.account_id = $1 and not i.contested and f.month = $2 and f.supporter_id <> $1),
            giver as materialized (
                select supporter_id, pot_of(supporter_id, $2) as pot
                from (select distinct supporter_id from mine) givers),
            placed as (
                select f.supporter_id, f.thing_id, giver.pot,
                       row_number() over (partition by f.supporter_id order by f.thing_id) as place,
                       count(*) over (partition by f.supporter_id) as n
                from giver join flattrs f on f.supporter_id = giver.supporter_id and f.month = $2),
            s as (
                select mine.thing_id, count(*) as clicks, sum(pot / n + (place <= pot % n)::int)::bigint as gross
                from mine join placed using (supporter_id, thing_id) group by mine.thing_id)
            select s.thing_id, t.url, t.title, s.clicks, s.gross, coalesce(c.flattrs, 0) as clicks_in_all
            from s join things t on t.id = s.thing_id left join counters c on c.thing_id = s.thing_id
            order by s.gross desc, s.thing_id""";
    private static final String CLAIMED = """
            select s.thing_id, t.url, t.title, s.clicks, s.gross, coalesce(c.flattrs, 0) as clicks_in_all
            from (select h.thing_id, count(*) as clicks, sum(h.amount)::bigint as gross
                  from claims c
                  join holdings g on g.identity_id = c.identity_id and g.claim_id = c.id and g.month = $2
                  join held_shares h on h.identity_id = g.identity_id and h.month = g.month
                  where c.account_id = $1 and h.supporter_id <> $1 group by h.thing_id) s
            join things t on t.id = s.thing_id
            left join counters c on c.thing_id = s.thing_id
            order by s.gross desc, s.thing_id""";
    private static final String VOIDED = """
            select v.thing_id, t.url, t.title, v.reason, count(*) as clicks
            from (select identity_id, max(coalesce(ended_at, 'infinity')) as until
                  from claims where account_id = $1 group by identity_id) mine
            join voids v on v.identity_id = mine.identity_id and v.month = $2 and v.given_at < mine.until
            join things t on t.id = v.thing_id
            group by v.thing_id, t.url, t.title, v.reason order by v.thing_id, v.reason""";
    private static final String SHARES = """
            select u.thing_id, u.amount, false as by_claim
            from earnings e cross join lateral unnest(e.things, e.amounts) as u(thing_id, amount)
            where e.account_id = $1 and e.month = $2
            union all
            select h.thing_id, h.amount, true
            from claims c
            join holdings g on g.identity_id = c.identity_id and g.claim_id = c.id and g.month = $2
                  join held_shares h on h.identity_id = g.identity_id and h.month = g.month
            where c.account_id = $1 and h.supporter_id <> $1
            order by thing_id, amount desc""";

    private final Pool pool;
    private final CalendarConfig config;
    private final PaidClaims paidClaims;

    Received(Pool pool, CalendarConfig config, PaidClaims paidClaims) {
        this.pool = pool;
        this.config = config;
        this.paidClaims = paidClaims;
    }

    Uni<ReceivedStatement> statement(SqlConnection connection, AccountId creator, MonthState month) {
        var settled = month.stage() == Stage.SETTLED;
        var values = Tuple.of(creator.value(), month.month().firstDay());
        return Sql.list(connection, settled ? SETTLED : PROVISIONAL, values, Received::ofThing)
                .chain(things -> Sql.list(connection, CLAIMED, values, Received::ofThing)
                        .chain(claimed -> paidClaims
                                .of(connection, creator, month.month())
                                .chain(claims -> Sql.list(connection, VOIDED, values, Received::voided)
                                        .map(voided -> statement(month, things, claimed, claims, voided)))));
    }

    /** Every share of a month by itself, read row by row: a popular creator has many. */
    Multi<Share> shares(AccountId creator, MonthState month) {
        return pool.preparedQuery(SHARES)
                .execute(Tuple.of(creator.value(), month.month().firstDay()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> new Share(
                        new ThingId(row.getLong("thing_id")),
                        new Money(row.getLong("amount")),
                        row.getBoolean("by_claim")));
    }

    private ReceivedStatement statement(
            MonthState month, List<OfThing> things, List<OfThing> claimed, List<Claim> claims, List<Voided> voided) {
        var gross = things.stream().map(OfThing::gross).reduce(Money.ZERO, Money::plus);
        var fee = gross.fee(month.feePercent().orElse(config.feePercent()));
        return new ReceivedStatement(month.month(), month.stage(), gross, fee, things, claimed, claims, voided);
    }

    private static OfThing ofThing(Row row) {
        return new OfThing(
                new ThingId(row.getLong("thing_id")),
                row.getString("url"),
                row.getString("title"),
                row.getLong("clicks"),
                new Money(row.getLong("gross")),
                row.getLong("clicks_in_all"));
    }

    private static Voided voided(Row row) {
        return new Voided(
                new ThingId(row.getLong("thing_id")),
                row.getString("url"),
                row.getString("title"),
                row.getLong("clicks"),
                row.getString("reason"));
    }
}
