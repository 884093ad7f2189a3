package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;

/** The second pass of a settlement: what all slices gave to an account becomes its revenue, less the fee (rule 9). */
@ApplicationScoped
class CreditReceivers {

    private static final int RECEIVERS_A_SLICE = 25_000;
    private static final String PLAN = """
            insert into month_slices (month, stage, slice, from_id, to_id)
            select $1, 'credits', slice, min(account_id), max(account_id)
            from (select account_id, (row_number() over (order by account_id) - 1) / $2 as slice
                  from (select distinct account_id from earnings where month = $1) receivers) numbered
            group by slice
            on conflict do nothing""";
    private static final String CREDIT = """
            with due as (
                select account_id, sum(gross)::bigint as gross, m.fee_percent
                from earnings join months m on m.month = $1
                where earnings.month = $1 and account_id between $2 and $3
                group by account_id, m.fee_percent),
            credited as (
                insert into credits (account_id, month, gross, fee)
                select account_id, $1, gross, gross / 100 * fee_percent + gross % 100 * fee_percent / 100 from due
                returning account_id, gross, fee)
            insert into transfers (debit, key, credit, amount)
            select 'pool:' || $4, 'month:' || account_id, 'revenue:' || account_id, gross from credited where gross > 0
            union all
            select 'revenue:' || account_id, 'fee:' || $4, 'fees', fee from credited where fee > 0""";

    Uni<Void> plan(SqlConnection connection, Month month) {
        return Sql.run(connection, PLAN, Tuple.of(month.firstDay(), RECEIVERS_A_SLICE))
                .replaceWithVoid();
    }

    Uni<Void> credit(SqlConnection connection, Month month, Slice slice) {
        return Sql.run(connection, CREDIT, Tuple.of(month.firstDay(), slice.from(), slice.to(), month.toString()))
                .replaceWithVoid();
    }
}
