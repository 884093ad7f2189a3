package org.obolus.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The system's own resolver, which blocks: on threads of its own, so that slow name servers stop nothing else. */
final class SystemNames implements Names {

    private static final int AT_ONCE = 8;
    private static final int MOST_WAITING = 56;

    private final WorkerExecutor threads;
    private final Resolver resolver;
    private final AtomicInteger running = new AtomicInteger();

    SystemNames(Vertx vertx, Resolver resolver) {
        this.threads = vertx.createSharedWorkerExecutor("obolus-names", AT_ONCE);
        this.resolver = resolver;
    }

    /** What blocks. */
    interface Resolver {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** A look-up runs until the resolver has answered, however long ago everybody gave up waiting for it. */
    @Override
    public Uni<List<InetAddress>> addresses(String host) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE + MOST_WAITING) {
                running.decrementAndGet();
                return Uni.createFrom().failure(new FetchRefused.Busy());
            }
            var found = threads.executeBlocking(() -> List.of(resolver.addresses(host)), false)
                    .onComplete(any -> running.decrementAndGet());
            return Uni.createFrom().completionStage(found.toCompletionStage());
        });
    }
}
