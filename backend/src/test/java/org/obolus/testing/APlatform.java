package org.obolus.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The API of a platform on this machine: it knows exactly the addresses that a test names, and answers nobody who does not
 * ask for JSON with the headers that it wants.
 */
public final class APlatform implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;

    private final HttpServer server;
    private final String host;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> wanted = new ConcurrentHashMap<>();
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body, Map<String, String> headers) {}

    private APlatform(String name) {
        server = VERTX.createHttpServer()
                .exceptionHandler(broken -> {})
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        host = name + ".localhost:" + server.actualPort();
    }

    public static APlatform named(String name) {
        return new APlatform(name);
    }

    public String host() {
        return host;
    }

    public String address(String path) {
        return "http://" + host + path;
    }

    /** @param target path and query, to the letter */
    public APlatform with(String target, String json) {
        return answering(target, 200, json, Map.of());
    }

    public APlatform answering(String target, int status, String body, Map<String, String> headers) {
        answers.put(target, new Answer(status, body, headers));
        return this;
    }

    public APlatform without(String target) {
        answers.remove(target);
        return this;
    }

    public APlatform wanting(String header, String value) {
        wanted.put(header, value);
        return this;
    }

    /** Somebody on a server of Mastodon's kind, found by name and by id. */
    public APlatform withMember(String id, String handle, String name) {
        var json = """
                {"id": "%s", "username": "%s", "acct": "%s", "display_name": "%s", "url": "%s"}""".formatted(id, handle, handle, name, address("/@" + handle));
        return with("/api/v1/accounts/lookup?acct=" + handle, json).with("/api/v1/accounts/" + id, json);
    }

    public String handle(String name) {
        return "@" + name + "@" + host;
    }

    /** What was asked for, path and query. */
    public List<String> visits() {
        return visits;
    }

    private void answer(HttpServerRequest request) {
        visits.add(request.uri());
        var answer = answers.get(request.uri());
        if (!String.valueOf(request.getHeader("Accept")).contains("application/json")) {
            request.response().setStatusCode(NOT_ACCEPTABLE).end();
        } else if (!wanted.entrySet().stream()
                .allMatch(header -> header.getValue().equals(request.getHeader(header.getKey())))) {
            request.response().setStatusCode(UNAUTHORIZED).end();
        } else if (answer == null) {
            request.response().setStatusCode(NOT_FOUND).end("{\"error\": \"Record not found\"}");
        } else {
            answer.headers.forEach(request.response()::putHeader);
            request.response().setStatusCode(answer.status).end(answer.body);
        }
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
