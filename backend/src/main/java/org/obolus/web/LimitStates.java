package org.obolus.web;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Keeps the buckets that all servers share in one table, each written only by who has read its last state. */
final class LimitStates extends AbstractCompareAndSwapBasedProxyManager<UUID> {

    private static final String READ = "select state from rate_limits where key = $1";
    private static final String BEGIN = """
        insert into rate_limits (key, state, full_at)
        values ($1, $2, clock_timestamp() + $3::bigint * interval '1 millisecond') on conflict do nothing\
        """;
    private static final String SWAP = """
        update rate_limits set state = $3, full_at = clock_timestamp() + $4::bigint * interval '1 millisecond'
        where key = $1 and state = $2\
        """;
    private static final String FORGET = "delete from rate_limits where key = $1";

    private final Transactions transactions;
    private final TimeMeter time;

    LimitStates(Transactions transactions, TimeMeter time) {
        super(ClientSideConfig.getDefault().withClientClock(time));
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(UUID key) {
        return new AsyncCompareAndSwapOperation() {

            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeout) {
                return future(transactions.read(connection -> Sql.first(
                        connection,
                        READ,
                        Tuple.of(key),
                        row -> row.getBuffer("state").getBytes())));
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte[] last, byte[] next, RemoteBucketState state, Optional<Long> timeout) {
                var full = TimeUnit.NANOSECONDS.toMillis(state.calculateFullRefillingTime(time.currentTimeNanos())) + 1;
                return future(swap(key, last, next, full).map(rows -> rows > 0));
            }
        };
    }

    private Uni<Integer> swap(UUID key, byte[] last, byte[] next, long fullIn) {
        return transactions.read(connection -> last == null
                ? Sql.run(connection, BEGIN, Tuple.of(key, Buffer.buffer(next), fullIn))
                : Sql.run(connection, SWAP, Tuple.of(key, Buffer.buffer(last), Buffer.buffer(next), fullIn)));
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(UUID key) {
        throw new UnsupportedOperationException("Nobody waits for the database here");
    }

    @Override
    public void removeProxy(UUID key) {
        throw new UnsupportedOperationException("Nobody waits for the database here");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(UUID key) {
        return future(transactions
                .read(connection -> Sql.run(connection, FORGET, Tuple.of(key)))
                .replaceWithVoid());
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    private static <T> CompletableFuture<T> future(Uni<T> answer) {
        return answer.subscribeAsCompletionStage();
    }
}
