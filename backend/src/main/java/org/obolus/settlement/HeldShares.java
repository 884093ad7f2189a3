package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.CalendarConfig;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.ClaimDecided;

/**
 * Shares that nobody had claimed when their month was settled: paid to whoever claims them, less the fee. All of an
 * identity's month is decided in one row, once, whose claim or return comes first (rule 11).
 */
@ApplicationScoped
class HeldShares implements ClaimDecided, MonthTold {

    private static final String SETTLED = """
            with new as (
                insert into holdings (identity_id, month, supporters, amount)
                select identity_id, month, count(distinct supporter_id), sum(amount)::bigint
                from held_shares where month = $1 group by identity_id, month order by identity_id
                returning identity_id)
            insert into wanted_stale select identity_id from new order by 1
            on conflict (identity_id) do update set identity_id = excluded.identity_id""";
    private static final String PAY = """
            with moment as materialized (select calendar_now() as now),
            claim as (
                select c.id, coalesce(c.fee_percent, $4::int) as percent
                from claims c join identities i on i.id = c.identity_id and i.opted_out_at is null
                where c.identity_id = $1 and c.id = $3 and c.ended_at is null),
            decided as (
                update holdings h set state = 'claimed', claim_id = claim.id, decided_at = moment.now
                from claim, moment where h.identity_id = $1 and h.state = 'held'
                returning h.month, h.amount),
            fewer as (
                insert into wanted_stale select $1::bigint where exists (select from decided)
                on conflict (identity_id) do update set identity_id = excluded.identity_id),
            own as (
                select d.month, sum(s.amount)::bigint as amount
                from decided d
                join held_shares s on s.identity_id = $1 and s.month = d.month and s.supporter_id = $2
                group by d.month),
            parts as (
                select to_char(d.month, 'YYYY-MM') as month, d.amount - coalesce(own.amount, 0) as gross,
                       coalesce(own.amount, 0) as own
                from decided d left join own on own.month = d.month),
            fees as (
                select sum(gross)::bigint / 100 * claim.percent + sum(gross)::bigint % 100 * claim.percent / 100 as fee,
                       max(month) as latest
                from parts, claim where gross > 0 group by claim.percent)
            insert into transfers (debit, key, credit, amount)
            select 'held:' || month, 'claim:' || $3::bigint, 'revenue:' || $2::bigint, gross from parts where gross > 0
            union all
            select 'held:' || month, 'claim-own:' || $3::bigint, 'funds:' || $2::bigint, own from parts where own > 0
            union all
            select 'revenue:' || $2::bigint, 'claim-fee:' || $3::bigint || ':' || latest, 'fees', fee
            from fees where fee > 0""";
    private static final String CLAIMED_SINCE = """
            select distinct c.identity_id, c.account_id, c.id
            from holdings h
            join claims c on c.identity_id = h.identity_id and c.ended_at is null
            join identities i on i.id = h.identity_id and not i.contested and i.opted_out_at is null
            where h.state = 'held'""";
    private static final String WANTED = """
            insert into wanted_stale
            select $1::bigint where exists (select from holdings where identity_id = $1 and state = 'held')
            on conflict (identity_id) do update set identity_id = excluded.identity_id""";
    private static final String UNCONTESTED =
            "select from identities where id = $1 and not contested and opted_out_at is null for share";

    private final Transactions transactions;
    private final PotsAtRest potsAtRest;
    private final CalendarConfig calendar;

    HeldShares(Transactions transactions, PotsAtRest potsAtRest, CalendarConfig calendar) {
        this.transactions = transactions;
        this.potsAtRest = potsAtRest;
        this.calendar = calendar;
    }

    private record Claim(long identity, AccountId claimer, long id) {}

    @Override
    public Uni<Void> provisional(SqlConnection connection, Month month) {
        return Uni.createFrom().voidItem();
    }

    /** From now on what is held of this month can be claimed and given back. */
    @Override
    public Uni<Void> settled(SqlConnection connection, Month month) {
        return Sql.run(connection, SETTLED, Tuple.of(month.firstDay())).replaceWithVoid();
    }

    /** Pays what is held in the claim's own transaction; while pots are moving the next run does it. */
    @Override
    public Uni<Void> claimed(SqlConnection connection, long identity, AccountId claimer, long claim) {
        return potsAtRest
                .hold(connection)
                .chain(atRest -> atRest
                        ? pay(connection, new Claim(identity, claimer, claim))
                        : Uni.createFrom().voidItem());
    }

    /** What was not paid meanwhile waits for whoever comes next. */
    @Override
    public Uni<Void> ended(SqlConnection connection, long identity, AccountId claimer) {
        return Sql.run(connection, WANTED, Tuple.of(identity)).replaceWithVoid();
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
