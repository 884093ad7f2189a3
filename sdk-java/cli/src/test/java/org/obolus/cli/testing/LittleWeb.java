package org.obolus.cli.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A web server on 127.0.0.1 with the pages that a test puts there. */
public final class LittleWeb implements AutoCloseable {

    /** What a visitor gets. */
    @FunctionalInterface
    public interface Page {
        void answer(HttpExchange visit) throws IOException;
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> visits = new CopyOnWriteArrayList<>();

    public LittleWeb() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    public LittleWeb with(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public LittleWeb with(String path, String type, String text) {
        return with(
                path, visit -> send(visit, 200, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8)));
    }

    public LittleWeb moved(String path, int status, String target) {
        return with(path, visit -> send(visit, status, Map.of("Location", target), new byte[0]));
    }

    /** What was asked for, as {@code GET /path}. */
    public List<String> visits() {
        return visits;
    }

    public static void send(HttpExchange visit, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        headers.forEach(visit.getResponseHeaders()::set);
        visit.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = visit.getResponseBody()) {
            out.write(body);
        }
    }

    public static byte[] packed(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange visit) throws IOException {
        visits.add(visit.getRequestMethod() + " " + visit.getRequestURI());
        try (visit) {
            pages.getOrDefault(visit.getRequestURI().getPath(), LittleWeb::nothing)
                    .answer(visit);
        }
    }

    private static void nothing(HttpExchange visit) throws IOException {
        send(visit, 404, Map.of(), "nothing here".getBytes(StandardCharsets.UTF_8));
    }
}
