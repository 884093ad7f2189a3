package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.money.Money;

/** The stored budgets. */
@ApplicationScoped
class BudgetRows {

    private static final String FIND = "select amount, paused from budgets where supporter_id = $1";
    private static final String SET = """
            insert into budgets (supporter_id, amount) values ($1, $2)
            on conflict (supporter_id) do update set amount = excluded.amount""";
    private static final String PAUSE = "update budgets set paused = $2 where supporter_id = $1";

    Uni<Optional<Budget>> find(SqlConnection connection, AccountId supporter) {
        return Sql.first(connection, FIND, Tuple.of(supporter.value()), BudgetRows::read);
    }

    Uni<Void> set(SqlConnection connection, AccountId supporter, Money amount) {
        return Sql.run(connection, SET, Tuple.of(supporter.value(), amount.micros()))
                .replaceWithVoid();
    }

    /** Answers whether there was a budget. */
    Uni<Boolean> pause(SqlConnection connection, AccountId supporter, boolean paused) {
        return Sql.run(connection, PAUSE, Tuple.of(supporter.value(), paused)).map(rows -> rows > 0);
    }

    private static Budget read(Row row) {
        return new Budget(new Money(row.getLong("amount")), row.getBoolean("paused"));
    }
}
