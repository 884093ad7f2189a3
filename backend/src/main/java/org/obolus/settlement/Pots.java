package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.budgets.PotsDue;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthOpened;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Moves what a closed month has to share from funds to the month's pool (rule 7).
 *
 * <p>A pot is min(budget, funds) when the month was marked closed. It can be computed later because whatever would
 * change funds or budget moves the pot first; the key of the pot's row makes sure that it is moved once.
 */
@ApplicationScoped
class Pots implements PotsDue, MonthOpened {

    private static final int MOST_SUPPORTERS_A_SLICE = 25_000;

    private static final int FEWEST_SLICES = 4;
    private static final String PLAN = """
            insert into month_slices (month, stage, slice, from_id, to_id)
            select $1, 'pots', slice - 1, min(supporter_id), max(supporter_id)
            from (select supporter_id, ntile(slices) over (order by supporter_id) as slice
                  from budgets, (select greatest($3, (count(*) - 1) / $2 + 1)::int as slices from budgets) n) b
            where not exists (select from month_slices where month = $1 and stage = 'pots')
            group by slice
            on conflict do nothing""";
    private static final String MOVE = """
            with due as (
                select b.supporter_id, least(b.amount, coalesce(funds.balance, 0)) as amount
                from budgets b
                left join lateral (
                    select balance from ledger_accounts where name = 'funds:' || b.supporter_id offset 0) funds on true
                where b.supporter_id between $2 and $3
                  and exists (select from flattrs f where f.supporter_id = b.supporter_id and f.month = $1)
                order by b.supporter_id),
            made as (
                insert into pots (supporter_id, month, amount) select supporter_id, $1, amount from due
                on conflict do nothing
                returning supporter_id, amount)
            insert into transfers (debit, key, credit, amount)
            select 'funds:' || supporter_id, 'pot:' || $4, 'pool:' || $4, amount from made where amount > 0""";
    private static final String ADD_PARTITIONS = """
            select add_month_partition(parent, $1) from unnest('{pots,receipts,earnings}'::text[]) parent""";
    private static final String UNMOVED = """
            select m.month from months m
            where m.state = 'closed' and m.pots_moved_at is null
              and exists (select from flattrs f where f.supporter_id = $1 and f.month = m.month)
              and not exists (select from pots p where p.supporter_id = $1 and p.month = m.month)
            order by m.month""";

    private final Transactions transactions;

    Pots(Transactions transactions) {
        this.transactions = transactions;
    }

    Uni<Void> plan(SqlConnection connection, Month month) {
        return Sql.run(connection, PLAN, Tuple.of(month.firstDay(), MOST_SUPPORTERS_A_SLICE, FEWEST_SLICES))
                .replaceWithVoid();
    }

    Uni<Void> move(SqlConnection connection, Month month, Slice slice) {
        return Sql.run(connection, MOVE, Tuple.of(month.firstDay(), slice.from(), slice.to(), month.toString()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> due(SqlConnection connection, long supporter) {
        return unmoved(connection, supporter).map(months -> !months.isEmpty());
    }

    @Override
    public Uni<Void> move(long supporter) {
        return transactions.run(connection -> unmoved(connection, supporter).chain(months -> {
            var moved = Uni.createFrom().voidItem();
            for (var month : months) {
                moved = moved.chain(() -> move(connection, month, new Slice(0, supporter, supporter)));
            }
            return moved;
        }));
    }

    @Override
    public Uni<Void> opened(SqlConnection connection, Month month) {
        return Sql.run(connection, ADD_PARTITIONS, Tuple.of(month.firstDay())).replaceWithVoid();
    }

    private static Uni<List<Month>> unmoved(SqlConnection connection, long supporter) {
        return Sql.list(connection, UNMOVED, Tuple.of(supporter), row -> Month.of(row.getLocalDate("month")));
    }
}
