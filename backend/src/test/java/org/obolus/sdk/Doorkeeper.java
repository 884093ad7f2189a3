package org.obolus.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a server, lets everything pass, and remembers what it was. */
final class Doorkeeper implements AutoCloseable {

    private final HttpClient onward = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final HttpServer door;
    private final URI server;

    Doorkeeper(URI server) throws IOException {
        this.server = server;
        this.door = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        door.setExecutor(threads);
        door.createContext("/", this::pass);
        door.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    /** As {@code POST /path}. */
    List<String> passed() {
        return passed;
    }

    @Override
    public void close() {
        door.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange visit) throws IOException {
        passed.add(visit.getRequestMethod() + " " + visit.getRequestURI().getPath());
        var request = HttpRequest.newBuilder(server.resolve(visit.getRequestURI()))
                .method(
                        visit.getRequestMethod(),
                        BodyPublishers.ofByteArray(visit.getRequestBody().readAllBytes()));
        for (var name : List.of("Authorization", "Content-Type", "Accept")) {
            var value = visit.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        answer(visit, request.build());
    }

    private void answer(HttpExchange visit, HttpRequest request) throws IOException {
        try (visit) {
            var answer = onward.send(request, BodyHandlers.ofByteArray());
            for (var name : List.of("Content-Type", "Link", "Location")) {
                answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> visit.getResponseHeaders().set(name, value));
            }
            visit.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            visit.getResponseBody().write(answer.body());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
