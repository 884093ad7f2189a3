package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No request waits for a table that grows to be read from end to end. */
@QuarkusTest
class HotPathsTest {

    @Inject
    Pool pool;

    @Test
    void judgeAndWriteClicksByIndexAlone() {
        var values = Tuple.of(new Long[] {1L, 2L}, new Long[] {1L, 2L}, new String[] {null, null}, LocalDate.now());

        var plan = plan(GiveFlattrs.GIVE, values);

        assertThat(plan)
                .noneMatch(
                        line -> line.matches(
                                ".*Seq Scan on (things|identities|budgets|ledger_accounts|flattrs\\S*|pots\\S*|fans|counters).*"));
    }

    private List<String> plan(String sql, Tuple values) {
        return pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection.preparedQuery("explain " + sql).execute(values))
                        .map(rows -> {
                            var lines = new ArrayList<String>();
                            rows.forEach(row -> lines.add(row.getString(0)));
                            return lines;
                        }))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
