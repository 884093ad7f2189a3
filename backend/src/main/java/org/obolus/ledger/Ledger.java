package org.obolus.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.obolus.database.Sql;
import org.obolus.money.Money;

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
            select debit, key, credit, amount from transfers where credit = $1
            order by key""";

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
        return Sql.list(
                client,
                HISTORY,
                Tuple.of(account.name()),
                row -> new Transfer(
                        new LedgerAccount(row.getString("debit")),
                        new LedgerAccount(row.getString("credit")),
                        new Money(row.getLong("amount")),
                        row.getString("key")));
    }

    private static Tuple columns(List<Transfer> transfers) {
        return Tuple.of(
                transfers.stream().map(transfer -> transfer.from().name()).toArray(String[]::new),
                transfers.stream().map(Transfer::key).toArray(String[]::new),
                transfers.stream().map(transfer -> transfer.to().name()).toArray(String[]::new),
                transfers.stream().map(transfer -> transfer.amount().micros()).toArray(Long[]::new));
    }
}
