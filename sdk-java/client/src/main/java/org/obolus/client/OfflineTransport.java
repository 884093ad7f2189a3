package org.obolus.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Plays the server in tests, without any network: it gives the answers that it was told, and remembers what it was
 * asked. The last answer to a request is given again to each later one.
 */
public final class OfflineTransport implements Transport {

    private final Map<String, Queue<Function<Request, CompletableFuture<Answer>>>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public OfflineTransport() {
        // nothing is answered yet
    }

    /** @param path with the query, if there is one, for example {@code /api/v1/things/5} */
    public OfflineTransport on(String method, String path, int status, String json) {
        return on(method, path, Answer.json(status, json));
    }

    public OfflineTransport on(String method, String path, Answer answer) {
        return told(method, path, request -> CompletableFuture.completedFuture(answer));
    }

    /** The network fails this time, for example with an {@link java.io.IOException}. */
    public OfflineTransport failing(String method, String path, Exception failure) {
        return told(method, path, request -> CompletableFuture.failedFuture(failure));
    }

    /** What was asked so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        requests.add(request);
        var told = answers.get(key(request.method(), path(request.uri())));
        if (told == null) {
            var known = new ArrayList<>(answers.keySet());
            return CompletableFuture.failedFuture(
                    new IllegalStateException("No answer is there for " + request + ", only for " + known + "."));
        }
        return (told.size() > 1 ? told.remove() : told.element()).apply(request);
    }

    private OfflineTransport told(String method, String path, Function<Request, CompletableFuture<Answer>> answer) {
        answers.computeIfAbsent(key(method, path), key -> new ConcurrentLinkedQueue<>())
                .add(answer);
        return this;
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private static String path(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
