package org.obolus.payments;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.money.Money;
import org.obolus.web.NextPage;

/** The stored deposits. */
@ApplicationScoped
class DepositRows {

    private static final String INSERT = """
            insert into deposits (account_id, provider, reference, checkout_url, amount, return_to, created_at)
            values ($1, $2, $3, $4, $5, $6, calendar_now()) returning *""";
    private static final String FIND = "select * from deposits where account_id = $1 and id = $2";
    private static final String FIND_CHECKOUT = "select * from deposits where provider = $1 and reference = $2";
    private static final String LATEST = """
            select * from deposits where account_id = $1 and id < $2 order by id desc limit $3""";
    private static final String DECIDE = """
            update deposits set state = $3, decided_at = calendar_now()
            where account_id = $1 and id = $2 and state = 'started'""";

    Uni<Deposit> insert(SqlConnection connection, NewDeposit asked, String provider, Checkout checkout) {
        var row = Tuple.tuple()
                .addLong(asked.account().value())
                .addString(provider)
                .addString(checkout.reference())
                .addString(checkout.url())
                .addLong(asked.amount().micros())
                .addString(asked.returnTo().path());
        return Sql.one(connection, INSERT, row, DepositRows::read);
    }

    Uni<Optional<Deposit>> find(SqlConnection connection, AccountId account, long id) {
        return Sql.first(connection, FIND, Tuple.of(account.value(), id), DepositRows::read);
    }

    Uni<Optional<Deposit>> find(SqlConnection connection, String provider, String reference) {
        return Sql.first(connection, FIND_CHECKOUT, Tuple.of(provider, reference), DepositRows::read);
    }

    Uni<Page<Deposit>> latest(SqlConnection connection, AccountId account, PageWish wish) {
        var values = Tuple.of(account.value(), wish.before(), wish.rows());
        return Sql.list(connection, LATEST, values, DepositRows::read)
                .map(rows -> Page.of(rows, wish, deposit -> Cursor.after(deposit.id())));
    }

    /** Answers whether this decided it: of many who report the same end, or different ones, one does. */
    Uni<Boolean> decide(SqlConnection connection, Deposit deposit, Deposit.State end) {
        var values = Tuple.of(deposit.account().value(), deposit.id(), end.toString());
        return Sql.run(connection, DECIDE, values).map(rows -> rows > 0);
    }

    private static Deposit read(Row row) {
        return new Deposit(
                new AccountId(row.getLong("account_id")),
                row.getLong("id"),
                new Money(row.getLong("amount")),
                Deposit.State.of(row.getString("state")),
                row.getString("provider"),
                new Checkout(row.getString("reference"), row.getString("checkout_url")),
                new NextPage(row.getString("return_to")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
