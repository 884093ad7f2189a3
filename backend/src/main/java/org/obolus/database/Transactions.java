package org.obolus.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Begins and commits for the outermost door of a use case that runs on the PG client. */
@ApplicationScoped
public class Transactions {

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 3;

    private final Pool pool;

    protected Transactions(Pool pool) {
        this.pool = pool;
    }

    /** Commits what the work did, or nothing of it when it fails; a deadlock's victim is tried again. */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .onFailure(Transactions::isDeadlock)
                .retry()
                .atMost(ATTEMPTS);
    }

    /** Runs one statement, or several that need no transaction, on a connection of its own. */
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(work);
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof PgException refused && DEADLOCK.equals(refused.getSqlState());
    }
}
