package org.obolus.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server of this test on 127.0.0.1 that remembers its visitors. */
final class ASite {

    private final List<HttpServerRequest> visits = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private ASite(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> answer) {
        this.server = vertx.createHttpServer(options)
                .exceptionHandler(broken -> {})
                .requestHandler(request -> {
                    visits.add(request);
                    answer.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static ASite answering(Vertx vertx, Handler<HttpServerRequest> answer) {
        return new ASite(vertx, new HttpServerOptions(), answer);
    }

    static ASite answering(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> answer) {
        return new ASite(vertx, options, answer);
    }

    int port() {
        return server.actualPort();
    }

    WebUrl page(String path) {
        return WebUrl.of("http://blog.localhost:" + port() + path);
    }

    List<HttpServerRequest> visits() {
        return visits;
    }
}
