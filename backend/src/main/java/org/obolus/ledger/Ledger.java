package org.obolus.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.money.Money;
import org.obolus.problems.Unacceptable;

/** The books: every movement of money is a transfer, and balances follow transfers inside the same statement. */
@ApplicationScoped
public class Ledger {

    private static final String BOOK = """
            insert into transfers (debit, key, credit, amount)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])""";
    private static final String BALANCE = "select balance from ledger_accounts where name = $1";
    private static final String HISTORY = """
            select debit, key, credit, amount from transfers where debit = $1
            union all
            select debit, key, credit, amount from transfers where credit = $1 and not starts_with(credit, 'pool:')
            order by key""";
    private static final String LATEST = """
            select debit, key, credit, amount, booked_at, booked_micros
            from transfers, lateral (select (extract(epoch from booked_at) * 1000000)::bigint as booked_micros) m
            where (debit = $1 or credit = $1 and not starts_with(credit, 'pool:')) and (booked_micros, key, debit) < ($2, $3::text, $4::text)
            order by booked_micros desc, key desc, debit desc limit $5""";

    /**
     * Books all of these together, or none.
     *
     * @throws LedgerRefused when an account would go below zero, or something was booked before
     */
    public Uni<Void> book(SqlConnection connection, List<Transfer> transfers) {
        return connection
                .preparedQuery(BOOK)
                .execute(columns(transfers))
                .onFailure(failure -> Sql.violates(failure, "never_negative"))
                .transform(failure -> new LedgerRefused.NotEnough())
                .onFailure(Sql::isDuplicate)
                .transform(failure -> new LedgerRefused.BookedAlready())
                .replaceWithVoid();
    }

    public Uni<Void> book(SqlConnection connection, Transfer... transfers) {
        return book(connection, Arrays.asList(transfers));
    }

    /** What an account holds in micros; zero when nothing was ever booked on it. */
    public Uni<Money> balance(SqlClient client, LedgerAccount account) {
        return Sql.first(client, BALANCE, Tuple.of(account.name()), row -> new Money(row.getLong("balance")))
                .map(balance -> balance.orElse(Money.ZERO));
    }

    /** Every transfer from or to an account, by what it books. */
    public Uni<List<Transfer>> history(SqlClient client, LedgerAccount account) {
        return Sql.list(client, HISTORY, Tuple.of(account.name()), Ledger::transfer);
    }

    /**
     * The transfers from or to an account, the latest first.
     *
     * @throws Unacceptable.Invalid when the cursor is of another list
     */
    public Uni<Page<Booked>> latest(SqlClient client, LedgerAccount account, PageWish wish) {
        var values = Tuple.tuple()
                .addString(account.name())
                .addLong(wish.before())
                .addString(wish.after().map(cursor -> cursor.text(1)).orElse(""))
                .addString(wish.after().map(cursor -> cursor.text(2)).orElse(""))
                .addInteger(wish.rows());
        return Sql.list(client, LATEST, values, Ledger::booked).map(rows -> Page.of(rows, wish, Booked::cursor));
    }

    private static Booked booked(Row row) {
        return new Booked(transfer(row), row.getOffsetDateTime("booked_at").toInstant(), row.getLong("booked_micros"));
    }

    private static Transfer transfer(Row row) {
        return new Transfer(
                new LedgerAccount(row.getString("debit")),
                new LedgerAccount(row.getString("credit")),
                new Money(row.getLong("amount")),
                row.getString("key"));
    }

    private static Tuple columns(List<Transfer> transfers) {
        return Tuple.of(
                transfers.stream().map(transfer -> transfer.from().name()).toArray(String[]::new),
                transfers.stream().map(Transfer::key).toArray(String[]::new),
                transfers.stream().map(transfer -> transfer.to().name()).toArray(String[]::new),
                transfers.stream().map(transfer -> transfer.amount().micros()).toArray(Long[]::new));
    }
}
