package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What has to be true of the books and the counters after everything that ever happens (money.md, rules 5 and 16). */
final class BookCheck {

    private static final String BALANCES = """
            select name || ' holds ' || coalesce(a.balance, 0) || ', its transfers say ' || coalesce(t.sum, 0) as wrong
            from ledger_accounts a
            full join (select name, sum(delta) as sum
                       from (select credit as name, amount as delta from transfers
                             union all select debit, -amount from transfers) d
                       group by name) t using (name)
            where a.balance is distinct from coalesce(t.sum, 0)
            union all
            select name || ' is negative: ' || balance from ledger_accounts
            where balance < 0 and name not like 'gateway:%' and name not in ('costs', 'losses')
            union all
            select 'all balances together are ' || sum(balance) from ledger_accounts having sum(balance) <> 0""";
    private static final String COUNTERS = """
            select format('thing %s counts %s flattrs by %s supporters, its rows say %s, its fans %s by %s',
                          thing_id, coalesce(c.flattrs, 0), coalesce(c.supporters, 0), coalesce(f.flattrs, 0),
                          coalesce(a.flattrs, 0), coalesce(a.supporters, 0)) as wrong
            from counters c
            full join (select thing_id, count(*) as flattrs from flattrs group by thing_id) f using (thing_id)
            full join (select thing_id, sum(flattrs) as flattrs, count(*) filter (where flattrs > 0) as supporters
                       from fans group by thing_id) a using (thing_id)
            where (coalesce(c.flattrs, 0), coalesce(c.flattrs, 0), coalesce(c.supporters, 0))
                  is distinct from (coalesce(f.flattrs, 0), coalesce(a.flattrs, 0), coalesce(a.supporters, 0))""";

    private BookCheck() {}

    static void requireBalanced(Connection database) throws SQLException {
        var wrong = new ArrayList<String>();
        wrong.addAll(sentences(database, BALANCES));
        wrong.addAll(sentences(database, COUNTERS));
        assertThat(wrong).as("the books after this test").isEmpty();
    }

    private static List<String> sentences(Connection database, String sql) throws SQLException {
        try (var query = database.createStatement();
                var found = query.executeQuery(sql)) {
            var sentences = new ArrayList<String>();
            while (found.next()) {
                sentences.add(found.getString("wrong"));
            }
            return sentences;
        }
    }
}
