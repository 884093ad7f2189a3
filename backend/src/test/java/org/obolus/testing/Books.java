package org.obolus.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.obolus.budgets.Budgets;
import org.obolus.ledger.Ledger;
import org.obolus.ledger.LedgerAccount;
import org.obolus.ledger.Transfer;
import org.obolus.money.Money;

/** Reads and sets what tests are about straight in the database, in words of money.md. */
@ApplicationScoped
public class Books {

    private final AgroalDataSource database;

    private final Budgets budgets;
    private final Ledger ledger;

    Books(AgroalDataSource database, Budgets budgets, Ledger ledger) {
        this.database = database;
        this.budgets = budgets;
        this.ledger = ledger;
    }

    /** Gives somebody a budget and funds, written as people write amounts. */
    public void means(Person supporter, String budget, String funds) {
        run(
                "insert into budgets (supporter_id, amount) values (?, ?) on conflict (supporter_id) do update"
                        + " set amount = excluded.amount",
                supporter.id(),
                micros(budget));
        deposit(supporter, funds);
    }

    public void deposit(Person supporter, String amount) {
        if (micros(amount) > 0) {
            run(
                    "insert into transfers (debit, key, credit, amount) values ('gateway:test', gen_random_uuid(), ?, ?)",
                    "funds:" + supporter.id(),
                    micros(amount));
        }
    }

    /** A thing of this account, registered and proven. */
    public long thingOf(Person creator) {
        run(
                "insert into identities (name, account_id) values ('account:' || ?, ?) on conflict do nothing",
                creator.id(),
                creator.id());
        run(
                "insert into claims (identity_id, account_id, proof, claimed_at)"
                        + " select i.id, i.account_id, 'account', calendar_now() from identities i"
                        + " where i.name = 'account:' || ? and not exists (select from claims where identity_id = i.id)",
                creator.id());
        return thing("account:" + creator.id());
    }

    /** A flattr of the open month, given by the door through which everybody comes. */
    public void flattr(Person supporter, long thing) {
        supporter
                .asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }

    /** Flattrs on as many things of a creator, put in place at once; for lists that have to be long. */
    public void flattrMany(Person supporter, Person creator, int count) {
        thingOf(creator);
        run("""
                with new as (
                    insert into things (url, url_key, identity_id, created_at, updated_at)
                    select 'https://t.example/' || k || n, 't.example/' || k || n, i.id, now(), now()
                    from identities i, gen_random_uuid() k, generate_series(1, ?) n where i.name = 'account:' || ?
                    returning id, identity_id),
                liked as (insert into fans (supporter_id, thing_id, flattrs) select ?, id, 1 from new),
                counted as (insert into counters (thing_id, flattrs, supporters) select id, 1, 1 from new)
                insert into flattrs (supporter_id, month, thing_id, identity_id, given_at)
                select ?, calendar_month(), id, identity_id, calendar_now() from new""", count, creator.id(), supporter.id(), supporter.id());
    }

    /** A site that this account has proven. */
    public void siteOf(Person owner, String host) {
        run(
                "insert into identities (name, account_id) values ('site:' || ?, ?)"
                        + " on conflict (name) do update set account_id = excluded.account_id",
                host,
                owner.id());
        run(
                "insert into claims (identity_id, account_id, proof, claimed_at)"
                        + " select id, account_id, 'file', calendar_now() from identities where name = 'site:' || ?",
                host);
        run(
                "insert into site_proofs (account_id, host, token, asked_at) values (?, ?, 'obolus-test', calendar_now())",
                owner.id(),
                host);
    }

    public String urlOf(long thing) {
        return text("select url from things where id = ?", thing);
    }

    /** A thing of a site that nobody has proven. */
    public long thingOfNobody(String host) {
        return thingOfIdentity("site:" + host);
    }

    /** A thing of this identity, which nobody owns unless somebody does already. */
    public long thingOfIdentity(String identity) {
        run("insert into identities (name) values (?) on conflict do nothing", identity);
        return thing(identity);
    }

    /** Money that came in by a payment: what waited for it is tried at once. */
    public void topUp(Person supporter, String amount) {
        var funds = new Transfer(
                LedgerAccount.gateway("test"), LedgerAccount.funds(supporter.id()), Money.of(amount), key());
        budgets.changing(
                        supporter.account(),
                        (connection, month) -> ledger.book(connection, funds)
                                .chain(() -> budgets.meansGained(connection, month, supporter.account())))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    public long balance(String account) {
        return number("select coalesce((select balance from ledger_accounts where name = ?), 0)", account);
    }

    public long number(String sql, Object... values) {
        return numbers(sql, values).get(0);
    }

    public List<Long> numbers(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var numbers = new ArrayList<Long>();
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
                return numbers;
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public String text(String sql, Object... values) {
        return texts(sql, values).get(0);
    }

    /** The first column of every row. */
    public List<String> texts(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public int run(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public static long micros(String amount) {
        return new BigDecimal(amount).movePointRight(6).longValueExact();
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }

    private long thing(String identity) {
        return number("""
                insert into things (url, url_key, identity_id, created_at, updated_at)
                select 'https://t.example/' || k, 't.example/' || k, i.id, now(), now()
                from identities i, gen_random_uuid() k where i.name = ? returning id""", identity);
    }
}
