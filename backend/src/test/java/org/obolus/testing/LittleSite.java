package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's web site on 127.0.0.1, under a name of its own and with the pages that a test puts there. */
public final class LittleSite implements AutoCloseable {

    public static final String PROOF_FILE = "/.well-known/obolus.txt";
    private static final Vertx VERTX = Vertx.vertx();

    private final HttpServer server;
    private final String host;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private LittleSite(String name) {
        server = VERTX.createHttpServer()
                .exceptionHandler(broken -> {})
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        host = name + ".localhost:" + server.actualPort();
    }

    public static LittleSite named(String name) {
        return new LittleSite(name);
    }

    /** Name and port, as the proof of the site names it. */
    public String host() {
        return host;
    }

    public String address(String path) {
        return "http://" + host + path;
    }

    public LittleSite with(String path, String text) {
        pages.put(path, text);
        return this;
    }

    public LittleSite without(String path) {
        pages.remove(path);
        return this;
    }

    /** The paths that were asked for. */
    public List<String> visits() {
        return visits;
    }

    /** What this person has to place here. */
    public String tokenFor(Person person) {
        return person.asks()
                .body("{\"host\": \"" + host + "\"}")
                .post("/api/v1/sites")
                .jsonPath()
                .getString("token");
    }

    public LittleSite provenBy(Person owner) {
        with(PROOF_FILE, tokenFor(owner));
        assertThat(owner.asks().post("/api/v1/sites/{host}/verification", host).statusCode())
                .isEqualTo(200);
        return this;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        visits.add(request.path());
        var page = pages.get(request.path());
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .setStatusCode(page == null ? 404 : 200)
                .end(page == null ? "nothing here" : page);
    }
}
