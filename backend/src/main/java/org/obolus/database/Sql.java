package org.obolus.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The four shapes in which a statement answers, so that features write SQL and not plumbing. */
public final class Sql {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";

    private Sql() {}

    public static <T> Uni<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return client.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    public static <T> Uni<Optional<T>> first(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(read.apply(found.next())) : Optional.empty();
        });
    }

    /** For statements that always answer one row. */
    public static <T> Uni<T> one(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return client.preparedQuery(sql)
                .execute(values)
                .map(rows -> read.apply(rows.iterator().next()));
    }

    /** Runs a statement and answers how many rows it touched. */
    public static Uni<Integer> run(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount());
    }

    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    public static boolean violates(Throwable failure, String constraint) {
        return failure instanceof PgException refused
                && (CHECK_VIOLATION.equals(refused.getSqlState()) || UNIQUE_VIOLATION.equals(refused.getSqlState()))
                && constraint.equals(refused.getConstraint());
    }
}
