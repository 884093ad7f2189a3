package org.obolus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.ledger.LedgerRoles.APPLICATION;
import static org.obolus.ledger.LedgerRoles.OWNER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.database.Transactions;
import org.obolus.money.Money;
import org.obolus.testing.AtOnce;

@QuarkusTest
class TheLedgerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PERMISSION_DENIED = "42501";
    private static final String RESTRICTED = "23001";
    private static final AtomicLong PEOPLE = new AtomicLong(1_000_000_000);
    private static final LedgerAccount GATEWAY = LedgerAccount.gateway("test");

    @Inject
    Ledger ledger;

    @Inject
    Transactions transactions;

    private LedgerAccount alice;
    private LedgerAccount bob;

    @BeforeEach
    void openAccounts() {
        alice = LedgerAccount.funds(PEOPLE.incrementAndGet());
        bob = LedgerAccount.revenue(PEOPLE.incrementAndGet());
    }

    @Test
    void keepsABalanceForEachAccount() {
        book(transfer(GATEWAY, alice, 500));
        book(transfer(alice, bob, 200));

        assertThat(balance(alice)).isEqualTo(300);
        assertThat(balance(bob)).isEqualTo(200);
        assertThat(history(alice)).hasSize(2);
    }

    @Test
    void knowsNothingOnAnAccountThatNobodyUsed() {
        assertThat(balance(alice)).isZero();
    }

    @Test
    void netsWhatIsBookedTogether() {
        book(transfer(GATEWAY, alice, 100), transfer(alice, bob, 100), transfer(bob, LedgerAccount.FEES, 10));

        assertThat(balance(alice)).isZero();
        assertThat(balance(bob)).isEqualTo(90);
    }

    @Test
    void letsNobodyGoBelowZero() {
        book(transfer(GATEWAY, alice, 100));

        assertThatThrownBy(() -> book(transfer(alice, bob, 101))).isInstanceOf(LedgerRefused.NotEnough.class);

        assertThat(balance(alice)).isEqualTo(100);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void booksAllTogetherOrNothing() {
        book(transfer(GATEWAY, alice, 100));

        assertThatThrownBy(() -> book(transfer(alice, bob, 60), transfer(alice, LedgerAccount.FEES, 60)))
                .isInstanceOf(LedgerRefused.NotEnough.class);

        assertThat(balance(alice)).isEqualTo(100);
        assertThat(history(alice)).hasSize(1);
    }

    @Test
    void booksTheSameThingOnce() {
        var deposit = transfer(GATEWAY, alice, 100);
        book(deposit);

        assertThatThrownBy(() -> book(deposit)).isInstanceOf(LedgerRefused.BookedAlready.class);
        assertThatThrownBy(() -> book(new Transfer(GATEWAY, bob, new Money(7), deposit.key())))
                .isInstanceOf(LedgerRefused.BookedAlready.class);

        assertThat(balance(alice)).isEqualTo(100);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void movesOnlyPositiveAmountsBetweenTwoAccounts() {
        assertThatThrownBy(() -> transfer(GATEWAY, alice, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> APPLICATION.run(insert("gateway:test", "funds:1", -1)))
                .hasMessageContaining("positive_amount");
        assertThatThrownBy(() -> APPLICATION.run(insert("gateway:test", "gateway:test", 1)))
                .hasMessageContaining("two_accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfers set amount = amount + 1",
                "delete from transfers",
                "truncate transfers",
                "update ledger_accounts set balance = balance + 1",
                "insert into ledger_accounts (name, balance) values ('funds:0', 1)",
                "delete from ledger_accounts",
                "truncate ledger_accounts",
                "alter table transfers disable trigger all",
                "drop table transfers",
                "create or replace function post_transfers() returns trigger language plpgsql as 'begin return null; end'"
            })
    void givesTheApplicationNoWayToChangeWhatWasBooked(String attempt) {
        book(transfer(GATEWAY, alice, 100));

        assertThatThrownBy(() -> APPLICATION.run(attempt))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(PERMISSION_DENIED));

        assertThat(balance(alice)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update transfers set amount = amount + 1", "delete from transfers", "truncate transfers"})
    void isAppendOnlyForItsOwnerToo(String attempt) {
        book(transfer(GATEWAY, alice, 100));

        assertThatThrownBy(() -> OWNER.run(attempt))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(RESTRICTED));
    }

    @Test
    void addsUpToZeroAndToItsTransfers() throws SQLException {
        book(transfer(GATEWAY, alice, 1_000));
        book(transfer(alice, bob, 333), transfer(bob, LedgerAccount.FEES, 33));

        assertThat(APPLICATION.number("select sum(balance) from ledger_accounts"))
                .isZero();
        assertThat(APPLICATION.number("select sum(case when credit = '%1$s' then amount else -amount end)"
                        .concat(" from transfers where '%1$s' in (debit, credit)")
                        .formatted(bob)))
                .isEqualTo(balance(bob))
                .isEqualTo(300);
    }

    @Test
    void letsOppositeBookingsPassEachOther() throws SQLException {
        book(transfer(GATEWAY, alice, 10_000), transfer(GATEWAY, bob, 10_000));

        AtOnce.times(8, direction -> bookOneByOne(direction % 2 == 0 ? List.of(alice, bob) : List.of(bob, alice)));

        assertThat(balance(alice)).isEqualTo(10_000);
        assertThat(balance(bob)).isEqualTo(10_000);
    }

    @Test
    void letsBatchesOfManyAccountsPassEachOther() throws SQLException {
        var accounts = List.of("gateway:test", "fees", alice.name(), bob.name(), alice.name() + "0", bob.name() + "0");
        accounts.stream().skip(1).forEach(name -> book(transfer(GATEWAY, new LedgerAccount(name), 1_000_000)));

        var booked = AtOnce.times(8, shift -> bookInCircles(accounts, shift));

        assertThat(booked).hasSize(8);
        assertThat(balance(alice)).isEqualTo(1_000_000);
        assertThat(APPLICATION.number("select balance from ledger_accounts where name = '" + bob + "0'"))
                .isEqualTo(1_000_000);
    }

    /** Without the door, which would try a deadlock's victim again. */
    private static int bookOneByOne(List<LedgerAccount> fromAndTo) {
        try (var connection = APPLICATION.connect();
                var statement = connection.createStatement()) {
            for (var i = 0; i < 50; i++) {
                statement.execute(
                        insert(fromAndTo.get(0).name(), fromAndTo.get(1).name(), 1));
            }
            return 50;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Each statement moves one micro from every account to the next, beginning elsewhere each time. */
    private static int bookInCircles(List<String> accounts, int shift) {
        try (var connection = APPLICATION.connect();
                var statement = connection.createStatement()) {
            for (var i = shift; i < shift + 30; i++) {
                statement.execute(circle(accounts, i, shift % 2 == 0 ? 1 : accounts.size() - 1));
            }
            return 30;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String circle(List<String> accounts, int begin, int step) {
        var count = accounts.size();
        var rows = IntStream.range(begin, begin + count)
                .mapToObj(i -> row(accounts.get(i % count), accounts.get((i + step) % count), 1))
                .collect(Collectors.joining(", "));
        return "insert into transfers (debit, key, credit, amount) values " + rows;
    }

    private static String insert(String debit, String credit, long amount) {
        return "insert into transfers (debit, key, credit, amount) values " + row(debit, credit, amount);
    }

    private static String row(String debit, String credit, long amount) {
        return "('%s', gen_random_uuid()::text, '%s', %d)".formatted(debit, credit, amount);
    }

    private static Transfer transfer(LedgerAccount from, LedgerAccount to, long micros) {
        return new Transfer(from, to, new Money(micros), "test:" + PEOPLE.incrementAndGet());
    }

    private void book(Transfer... transfers) {
        transactions
                .run(connection -> ledger.book(connection, transfers))
                .await()
                .atMost(PATIENCE);
    }

    private long balance(LedgerAccount account) {
        return transactions
                .read(connection -> ledger.balance(connection, account))
                .await()
                .atMost(PATIENCE)
                .micros();
    }

    private List<Transfer> history(LedgerAccount account) {
        return transactions
                .read(connection -> ledger.history(connection, account))
                .await()
                .atMost(PATIENCE);
    }
}
