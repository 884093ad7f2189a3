package org.obolus.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obolus.accounts.AccountId;

/** Whatever is asked for together, no table is read from end to end. */
@QuarkusTest
class PlansOfTheCatalogueTest {

    private static final int FILTERS = 6;

    @Inject
    Pool pool;

    @ParameterizedTest
    @MethodSource("searches")
    void readNoTableFromEndToEnd(Search search) {
        var user = search.user().isPresent() ? new AccountId(1) : null;
        var statement = new SearchStatement(search, user);

        assertThat(plan(statement.page())).contains("things").doesNotContain("Seq Scan on");
        assertThat(plan(statement.total())).contains("things").doesNotContain("Seq Scan on");
    }

    /** Every choice of filters, in every order. */
    static Stream<Search> searches() {
        return Stream.of(Sort.values())
                .flatMap(sort -> IntStream.range(0, 1 << FILTERS).mapToObj(chosen -> search(sort, chosen)));
    }

    private static Search search(Sort sort, int chosen) {
        return Search.of(new Search.Written(
                asked(chosen, 0, "bread"),
                asked(chosen, 1, "a & !(b | c)"),
                asked(chosen, 2, "https://a.example/"),
                asked(chosen, 3, "en_GB,de_DE"),
                asked(chosen, 4, "text"),
                asked(chosen, 5, "alice"),
                sort.toString(),
                "3",
                null));
    }

    private static String asked(int chosen, int filter, String value) {
        return (chosen >> filter & 1) == 1 ? value : null;
    }

    private String plan(String sql) {
        return pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain (generic_plan) " + sql)
                                .execute())
                        .map(rows -> {
                            var lines = new ArrayList<String>();
                            rows.forEach(row -> lines.add(row.getString(0)));
                            return String.join("\n", lines);
                        }))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
