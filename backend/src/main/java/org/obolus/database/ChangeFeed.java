package org.obolus.database;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what this server remembers in step with what any server wrote, at most a second behind.
 *
 * <p>The statement gets the mark of the last read as {@code $1} and answers one row with the column {@code mark}: {@code
 * pg_snapshot_xmin(pg_current_snapshot())::text}. Rows stamped with {@code pg_current_xact_id()} at or after that mark
 * are read again, so that a transaction that commits late is not missed.
 */
public final class ChangeFeed {

    private static final Duration EVERY = Duration.ofMillis(300);
    private static final Duration STALE = Duration.ofMillis(1000);

    private final Transactions transactions;
    private final Clock clock;
    private final String sql;
    private final Consumer<Row> reader;
    private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();
    private String mark = "0";
    private boolean reading;
    private boolean stopped;
    private volatile Instant readAt = Instant.EPOCH;

    public ChangeFeed(Transactions transactions, Clock clock, String sql, Consumer<Row> reader) {
        this.transactions = transactions;
        this.clock = clock;
        this.sql = sql;
        this.reader = reader;
    }

    public void start(Vertx vertx) {
        read();
        vertx.setPeriodic(EVERY.toMillis(), tick -> read());
    }

    /** Before the database goes away. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Whether what was read is at most a second old. */
    public boolean isFresh() {
        return Duration.between(readAt, clock.instant()).compareTo(STALE) <= 0;
    }

    /** Completes at once while this is fresh, else once a read has made it so, or without one when that takes too long. */
    public Uni<Void> untilFresh(Duration patience) {
        return isFresh()
                ? Uni.createFrom().voidItem()
                : untilRead().ifNoItem().after(patience).recoverWithItem((Void) null);
    }

    /** A read that was slow to come back is too old again, and the next one is waited for. */
    private Uni<Void> untilRead() {
        return Uni.createFrom()
                .<Void>emitter(this::tellAfterRead)
                .chain(() -> isFresh() ? Uni.createFrom().voidItem() : untilRead());
    }

    private void tellAfterRead(UniEmitter<? super Void> waiter) {
        synchronized (this) {
            waiting.add(waiter);
        }
        read();
    }

    private synchronized void read() {
        if (reading || stopped) {
            return;
        }
        reading = true;
        var asked = clock.instant();
        transactions
                .read(connection -> Sql.one(connection, sql, Tuple.of(mark), row -> row))
                .subscribe()
                .with(row -> done(row, asked), this::failed);
    }

    private void done(Row row, Instant asked) {
        List<UniEmitter<? super Void>> told;
        synchronized (this) {
            reader.accept(row);
            mark = row.getString("mark");
            readAt = asked;
            reading = false;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(waiter -> waiter.complete(null));
    }

    private synchronized void failed(Throwable failure) {
        if (!stopped) {
            Log.warnf("Could not read what changed: %s", failure.getMessage());
        }
        reading = false;
    }
}
