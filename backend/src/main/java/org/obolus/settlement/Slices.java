package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Hands out the pieces of a month end: a server takes one, does it and marks it done in one transaction, and takes the
 * next. A server that dies gives its piece back; two servers never hold the same one.
 */
@ApplicationScoped
class Slices {

    private static final int WORKERS = 2;
    private static final String TAKE = """
            select slice, from_id, to_id from month_slices
            where month = $1 and stage = $2 and done_at is null
            order by slice limit 1 for update skip locked""";
    private static final String DONE = """
            update month_slices set done_at = now() where month = $1 and stage = $2 and slice = $3""";
    private static final String OPEN = """
            select count(*) as open from month_slices where month = $1 and stage = $2 and done_at is null""";

    /**
     * Sorting beats hashing here: the sums and lists of a hundred thousand receivers at once fit no processor's cache,
     * and the planner takes a list for a hundred times what it is.
     */
    private static final String ROOM_TO_SORT = "set local work_mem = '256MB'; set local enable_hashagg = off";

    private final Transactions transactions;

    Slices(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is done with one slice, in the transaction that marks it done. */
    interface Work {
        Uni<Void> on(SqlConnection connection, Month month, Slice slice);
    }

    /** Works until no slice of the stage is free, two at a time; answers whether the whole stage is done. */
    Uni<Boolean> work(Month month, Slice.Stage stage, Work work) {
        var workers = Stream.generate(() -> workUntilNoneIsFree(month, stage, work))
                .limit(WORKERS)
                .toList();
        return Uni.join().all(workers).andFailFast().chain(() -> isDone(month, stage));
    }

    private Uni<Void> workUntilNoneIsFree(Month month, Slice.Stage stage, Work work) {
        return transactions
                .run(connection -> workOnOne(connection, month, stage, work))
                .chain(worked -> worked
                        ? workUntilNoneIsFree(month, stage, work)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> workOnOne(SqlConnection connection, Month month, Slice.Stage stage, Work work) {
        return Sql.first(connection, TAKE, Tuple.of(month.firstDay(), stage.toString()), Slice::of)
                .chain(free -> free.isPresent()
                        ? doOne(connection, month, stage, free.get(), work).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> doOne(SqlConnection connection, Month month, Slice.Stage stage, Slice slice, Work work) {
        return connection
                .query(ROOM_TO_SORT)
                .execute()
                .chain(() -> work.on(connection, month, slice))
                .chain(() -> Sql.run(connection, DONE, Tuple.of(month.firstDay(), stage.toString(), slice.number())))
                .replaceWithVoid();
    }

    private Uni<Boolean> isDone(Month month, Slice.Stage stage) {
        return transactions.read(connection -> Sql.one(
                connection, OPEN, Tuple.of(month.firstDay(), stage.toString()), row -> row.getLong("open") == 0));
    }
}
