package org.obolus.testing;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** How PostgreSQL reads what a statement asks for, as if its tables had grown: row by row, by keys, wherever it can. */
public record Plan(List<String> lines) {

    private static final List<String> FOR_SMALL_TABLES = List.of("seqscan", "bitmapscan", "hashjoin", "mergejoin");

    public static Plan of(Pool pool, String statement) {
        var explained = pool.withTransaction(connection -> connection
                        .query(String.join(
                                ";",
                                FOR_SMALL_TABLES.stream()
                                        .map(way -> "set local enable_" + way + " = off")
                                        .toList()))
                        .execute()
                        .chain(() -> connection
                                .query("explain (generic_plan) " + statement)
                                .execute()))
                .await()
                .atMost(Duration.ofSeconds(30));
        return new Plan(StreamSupport.stream(explained.spliterator(), false)
                .map(row -> row.getString(0))
                .toList());
    }

    /** Where it reads all there is: a table, or an index without a key to go by. */
    public List<String> readsWhole() {
        return IntStream.range(0, lines.size())
                .filter(at -> isWhole(lines.get(at), at + 1 < lines.size() ? lines.get(at + 1) : ""))
                .mapToObj(lines::get)
                .toList();
    }

    private static boolean isWhole(String line, String next) {
        return line.contains("Seq Scan") || line.matches(".*Index (Only )?Scan .*") && !next.contains("Index Cond");
    }
}
