package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.CalendarConfig;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.ClaimDecided;

/**
 * Shares that nobody had claimed when their month was settled: paid to whoever claims them, less the fee, or given back
 * whole (rule 11). Only shares of settled months move, each once.
 */
@ApplicationScoped
class HeldShares implements ClaimDecided {

    private static final int RETURNED_AT_ONCE = 20_000;
    private static final String PAY = """
            with moment as materialized (select calendar_now() as now),
            decided as (
                update held_shares h set state = 'claimed', claim_id = $3, decided_at = moment.now
                from months m, moment
                where h.identity_id = $1 and h.state = 'held' and m.month = h.month and m.state = 'settled'
                  and exists (select from claims c where c.identity_id = $1 and c.id = $3 and c.ended_at is null)
                returning h.month, h.supporter_id, h.amount),
            paid as (
                select to_char(month, 'YYYY-MM') as month, sum(amount)::bigint as gross
                from decided where supporter_id <> $2 group by 1),
            own as (
                select to_char(month, 'YYYY-MM') as month, sum(amount)::bigint as amount
                from decided where supporter_id = $2 group by 1),
            claim as (
                select sum(gross)::bigint / 100 * rate.percent + sum(gross)::bigint % 100 * rate.percent / 100 as fee,
                       max(month) as latest
                from paid, (select coalesce(fee_percent, $4::int) as percent from claims
                            where identity_id = $1 and id = $3) rate
                group by rate.percent)
            insert into transfers (debit, key, credit, amount)
            select 'held:' || month, 'claim:' || $3::bigint, 'revenue:' || $2::bigint, gross from paid
            union all
            select 'held:' || month, 'claim-own:' || $3::bigint, 'funds:' || $2::bigint, amount from own
            union all
            select 'revenue:' || $2::bigint, 'claim-fee:' || $3::bigint || ':' || latest, 'fees', fee
            from claim where fee > 0""";
    private static final String CLAIMED_SINCE = """
            select distinct c.identity_id, c.account_id, c.id
            from held_shares h
            join months m on m.month = h.month and m.state = 'settled'
            join claims c on c.identity_id = h.identity_id and c.ended_at is null
            join identities i on i.id = h.identity_id and not i.contested
            where h.state = 'held'""";
    private static final String UNCONTESTED = "select from identities where id = $1 and not contested for share";
    private static final String IS_ANY_DUE = """
            select exists (
                select from months m join held_shares h on h.month = m.month and h.state = 'held'
                where m.state = 'settled' and m.settled_at + make_interval(months => $1) <= calendar_now())
            or exists (
                select from identities i join held_shares h on h.identity_id = i.id and h.state = 'held'
                where i.opted_out_at is not null) as due""";
    private static final String RETURN = """
            with moment as materialized (select calendar_now() as now),
            due as (
                select h.identity_id, h.month, h.supporter_id, h.thing_id
                from held_shares h
                join months m on m.month = h.month and m.state = 'settled'
                join identities i on i.id = h.identity_id and not i.contested
                cross join moment
                where h.state = 'held' and (i.opted_out_at is not null
                    or held_until(i.id, m.settled_at, $1) <= moment.now)
                order by h.identity_id, h.month, h.supporter_id, h.thing_id
                limit $2 for update of h skip locked),
            returned as (
                update held_shares h set state = 'returned', decided_at = moment.now
                from due d, moment
                where h.identity_id = d.identity_id and h.month = d.month
                  and h.supporter_id = d.supporter_id and h.thing_id = d.thing_id
                returning h.identity_id, h.month, h.supporter_id, h.thing_id, h.amount),
            booked as (
                insert into transfers (debit, key, credit, amount)
                select 'held:' || to_char(month, 'YYYY-MM'),
                       'return:' || identity_id || ':' || supporter_id || ':' || min(thing_id),
                       'funds:' || supporter_id, sum(amount)::bigint
                from returned group by month, identity_id, supporter_id)
            select count(*) as returned from returned""";

    private final Transactions transactions;
    private final PotsAtRest potsAtRest;
    private final CalendarConfig calendar;
    private final SettlementConfig config;

    HeldShares(Transactions transactions, PotsAtRest potsAtRest, CalendarConfig calendar, SettlementConfig config) {
        this.transactions = transactions;
        this.potsAtRest = potsAtRest;
        this.calendar = calendar;
        this.config = config;
    }

    private record Claim(long identity, AccountId claimer, long id) {}

    /** Pays what is held in the claim's own transaction; while pots are moving the next run does it. */
    @Override
    public Uni<Void> claimed(SqlConnection connection, long identity, AccountId claimer, long claim) {
        return potsAtRest
                .hold(connection)
                .chain(atRest -> atRest
                        ? pay(connection, new Claim(identity, claimer, claim))
                        : Uni.createFrom().voidItem());
    }

    /**
     * Pays the shares of identities that were claimed while their month was being settled. They are looked for without
     * holding the month, since that may take a while and finds nothing most of the time.
     */
    Uni<Void> payClaims() {
        return transactions
                .read(connection -> Sql.list(
                        connection,
                        CLAIMED_SINCE,
                        Tuple.tuple(),
                        row -> new Claim(
                                row.getLong("identity_id"),
                                new AccountId(row.getLong("account_id")),
                                row.getLong("id"))))
                .chain(this::payAll);
    }

    /** Gives back what nobody claimed in time or whose receiver opted out. */
    Uni<Void> giveBack() {
        return transactions
                .read(connection ->
                        Sql.one(connection, IS_ANY_DUE, Tuple.of(config.holdingMonths()), row -> row.getBoolean("due")))
                .chain(due -> due ? giveBackUntilNoneIsLeft() : Uni.createFrom().voidItem());
    }

    private Uni<Void> giveBackUntilNoneIsLeft() {
        return transactions
                .run(connection -> potsAtRest
                        .require(connection)
                        .chain(() -> Sql.one(
                                connection,
                                RETURN,
                                Tuple.of(config.holdingMonths(), RETURNED_AT_ONCE),
                                row -> row.getInteger("returned"))))
                .chain(returned -> returned == RETURNED_AT_ONCE
                        ? giveBackUntilNoneIsLeft()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> payAll(List<Claim> claims) {
        var paid = Uni.createFrom().voidItem();
        for (var claim : claims) {
            paid = paid.chain(() -> transactions.run(connection -> payLater(connection, claim)));
        }
        return paid;
    }

    /** Unless it has been contested meanwhile. */
    private Uni<Void> payLater(SqlConnection connection, Claim claim) {
        return potsAtRest
                .require(connection)
                .chain(() -> Sql.run(connection, UNCONTESTED, Tuple.of(claim.identity())))
                .chain(found ->
                        found > 0 ? pay(connection, claim) : Uni.createFrom().voidItem());
    }

    private Uni<Void> pay(SqlConnection connection, Claim claim) {
        var values = Tuple.of(claim.identity(), claim.claimer().value(), claim.id(), calendar.feePercent());
        return Sql.run(connection, PAY, values).replaceWithVoid();
    }
}
