package org.obolus.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Asks where a host is. */
interface Names {

    /** All addresses of a host; fails with {@link java.net.UnknownHostException} if it has none. */
    Uni<List<InetAddress>> addresses(String host);

    /** The system's own resolver, which blocks: on threads of its own, so that slow name servers stop nothing else. */
    static Names ofTheSystem(Vertx vertx) {
        var threads = vertx.createSharedWorkerExecutor("obolus-names", 8);
        return host -> Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage());
    }
}
