package org.obolus.mainjob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A web site that nobody has proven, with pages and a button on each; its owner may place a proof later.
 *
 * <p>A page's name may ask for headers: {@code coop} cuts openers, {@code strict} allows only what the button needs;
 * {@code dark} asks for a dark page.
 */
final class ASiteOfSomebody implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="en"%s><title>A page of somebody</title>
            <main><h1>A page of somebody</h1>
            <a class="FlattrButton" href="%s" title="A page of somebody">Flattr this</a></main>
            <script async src="%s"></script>""";
    private static final String DARK = " style=\"background: #121614; color: #eef1ec\"";

    private static final String STRICT = "default-src 'none'; script-src %s; connect-src %s; frame-src %s";

    private final HttpServer http;
    private final String name;
    private final String loader;
    private volatile String proof = "";

    ASiteOfSomebody(String name, String loader) throws IOException {
        this.name = name;
        this.loader = loader;
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext("/page", this::answerPage);
        http.createContext("/.well-known/obolus.txt", exchange -> answer(exchange, "text/plain", proof));
        http.start();
    }

    String host() {
        return name + ".localhost:" + http.getAddress().getPort();
    }

    String page() {
        return address(URI.create("/page"));
    }

    /** Another page with a button of its own. */
    String page(String name) {
        return page() + "/" + name;
    }

    void place(String token) {
        proof = token + "\n";
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answerPage(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath();
        if (name.contains("coop")) {
            exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (name.contains("strict")) {
            var server = loader.replaceFirst("/button.js$", "");
            exchange.getResponseHeaders().set("Content-Security-Policy", STRICT.formatted(server, server, server));
        }
        answer(
                exchange,
                "text/html",
                PAGE.formatted(name.contains("dark") ? DARK : "", address(exchange.getRequestURI()), loader));
    }

    private String address(URI path) {
        return "http://" + host() + path;
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
