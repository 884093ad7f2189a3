package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server of before V33 died while it gave shares back, in the days in which a month's pots move. */
@QuarkusTest
class UpgradingInTheMiddleOfAReturnTest {

    private static final String BEFORE = """
            insert into accounts (username, email, password_hash, created_at)
            select name, name || '@mail.example', 'none', now() from unnest('{bob,carol}'::text[]) name;
            insert into identities (name) values ('site:nobody.example');
            insert into months (month, state, fee_percent, closed_at, pots_moved_at, settling_at, shared_at, settled_at)
            values ('2026-01-01', 'settled', 10, now(), now(), now(), now(), now()),
                   ('2026-07-01', 'closed', 10, now(), null, null, null, null);
            select add_month_partition(parent, '2026-07-01') from unnest('{flattrs,pots}'::text[]) parent;
            insert into budgets (supporter_id, amount) select id, 2000000 from accounts;
            insert into flattrs (supporter_id, month, thing_id, identity_id, given_at)
            select a.id, '2026-07-01', 1, i.id, now() from accounts a, identities i;
            insert into transfers (debit, key, credit, amount)
            select 'gateway:test', 'given:' || id, 'funds:' || id, 500000 from accounts;
            insert into transfers (debit, key, credit, amount) values ('gateway:test', 'held', 'held:2026-01', 4000000);
            insert into transfers (debit, key, credit, amount)
            select 'held:2026-01', 'return:' || id, 'funds:' || id, 2000000 from accounts where username = 'bob';
            insert into held_shares (identity_id, month, supporter_id, thing_id, amount, state, decided_at)
            select i.id, '2026-01-01', a.id, 1, 2000000, state, case when state = 'returned' then now() end
            from identities i, accounts a, lateral (
                select case a.username when 'bob' then 'returned' else 'held' end as state) s;
            """;

    @Inject
    ADatabaseOfBefore database;

    @BeforeEach
    void make() throws SQLException {
        database.make();
    }

    @Test
    void givesBackTheRestAndLeavesThePotAsItWasWhenItsMonthClosed() throws SQLException {
        database.migrateTo("32");
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(BEFORE);

            database.migrateTo("33");

            assertThat(balance(connection, "held:2026-01")).isZero();
            assertThat(balance(connection, "pool:2026-07")).isEqualTo(500_000);
            assertThat(funds(connection, "carol")).isEqualTo(2_000_000);
            assertThat(funds(connection, "bob")).isEqualTo(2_500_000);
        }
    }

    private static long funds(Connection connection, String username) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from accounts where username = '" + username + "'")) {
            rows.next();
            return balance(connection, "funds:" + rows.getLong(1));
        }
    }

    private static long balance(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("select balance from ledger_accounts where name = ?")) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
