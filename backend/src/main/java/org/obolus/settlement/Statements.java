package org.obolus.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.Months;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.ledger.Booked;
import org.obolus.ledger.Ledger;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;
import org.obolus.settlement.ReceivedStatement.Claim;

/** Answers "where did my money go": statements of months, provisional until they are settled, and the worth of a click. */
@ApplicationScoped
public class Statements {

    private static final String WORTH = """
            select m.month, pot_of($1, m.month) as pot,
                   (select count(*) from flattrs f where f.supporter_id = $1 and f.month = m.month) as flattrs
            from months m where m.state = 'open'""";
    private static final String OVERVIEW = """
            select m.month, m.state, coalesce(p.amount, 0) as given, coalesce(c.gross, 0) as gross,
                   coalesce(c.fee, 0) as fee
            from months m
            left join pots p on p.supporter_id = $1 and p.month = m.month
            left join credits c on c.account_id = $1 and c.month = m.month
            order by m.month desc""";

    private final Transactions transactions;
    private final Months months;
    private final Given given;
    private final Received received;
    private final PaidClaims paidClaims;
    private final Ledger ledger;

    Statements(
            Transactions transactions,
            Months months,
            Given given,
            Received received,
            PaidClaims paidClaims,
            Ledger ledger) {
        this.transactions = transactions;
        this.months = months;
        this.given = given;
        this.received = received;
        this.paidClaims = paidClaims;
        this.ledger = ledger;
    }

    /** One month of an account in short: what it gave and what it received, claims of that month's shares included. */
    public record Overview(Month month, MonthState.Stage stage, Money given, Money gross, Money fee) {

        static Overview of(Row row) {
            return new Overview(
                    Month.of(row.getLocalDate("month")),
                    MonthState.Stage.of(row.getString("state")),
                    new Money(row.getLong("given")),
                    new Money(row.getLong("gross")),
                    new Money(row.getLong("fee")));
        }

        Overview with(List<Claim> claims) {
            return new Overview(
                    month,
                    stage,
                    given,
                    claims.stream().map(Claim::gross).reduce(gross, Money::plus),
                    claims.stream().map(Claim::fee).reduce(fee, Money::plus));
        }

        public boolean isOpen() {
            return stage == MonthState.Stage.OPEN;
        }

        public boolean isSettled() {
            return stage == MonthState.Stage.SETTLED;
        }

        public Money net() {
            return gross.minus(fee);
        }
    }

    /** What a click of this supporter is worth as of now. */
    public Uni<Worth> worth(AccountId supporter) {
        return transactions.read(connection -> Sql.one(
                connection,
                WORTH,
                Tuple.of(supporter.value()),
                row -> Worth.of(
                        Month.of(row.getLocalDate("month")),
                        new Money(row.getLong("pot")),
                        row.getInteger("flattrs"))));
    }

    /** Every month of this account, newest first. */
    public Uni<List<Overview>> overview(AccountId account) {
        return transactions.read(connection -> paidClaims
                .of(connection, account)
                .chain(claims -> Sql.list(connection, OVERVIEW, Tuple.of(account.value()), Overview::of)
                        .map(months -> months.stream()
                                .map(month -> month.with(PaidClaims.in(month.month(), claims)))
                                .toList())));
    }

    /** What an account has received and not yet used. */
    public Uni<Money> revenue(AccountId creator) {
        return transactions.read(connection -> ledger.balance(connection, LedgerAccount.revenue(creator.value())));
    }

    /** What came into a creator's revenue and what left it, the latest first. */
    public Uni<Page<Booked>> revenueHistory(AccountId creator, PageWish wish) {
        return transactions.read(connection -> ledger.latest(connection, LedgerAccount.revenue(creator.value()), wish));
    }

    /** Where a supporter's money of a month went; fails with {@link SettlementRefused.UnknownMonth}. */
    public Uni<GivenStatement> given(AccountId supporter, Month month) {
        return inMonth(month, (connection, state) -> given.statement(connection, supporter, state));
    }

    /** What a creator received in a month; fails with {@link SettlementRefused.UnknownMonth}. */
    public Uni<ReceivedStatement> received(AccountId creator, Month month) {
        return inMonth(month, (connection, state) -> received.statement(connection, creator, state));
    }

    /** Every share that a creator received in a settled month, one by one and without names. */
    public Multi<ReceivedStatement.Share> shares(AccountId creator, Month month) {
        return inMonth(month, (connection, state) -> Uni.createFrom().item(state))
                .onItem()
                .transformToMulti(state -> received.shares(creator, state));
    }

    private <T> Uni<T> inMonth(Month month, BiFunction<SqlConnection, MonthState, Uni<T>> read) {
        return transactions.read(connection -> months.state(connection, month)
                .map(found -> found.orElseThrow(() -> new SettlementRefused.UnknownMonth(month)))
                .chain(state -> read.apply(connection, state)));
    }
}
