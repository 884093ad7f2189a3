package org.obolus.mainjob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web site that nobody has proven, with one page and a button on it; its owner may place a proof later. */
final class ASiteOfSomebody implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="en"><title>A page of somebody</title>
            <h1>A page of somebody</h1>
            <script>
            const events = [];
            for (const type of ['flattr-given', 'flattr-undone']) {
              addEventListener(type, (event) => events.push(event));
            }
            </script>
            <a class="FlattrButton" href="%s" title="A page of somebody">Flattr this</a>
            <script async src="%s"></script>""";

    private final HttpServer http;
    private final String name;
    private final String loader;
    private volatile String proof = "";

    ASiteOfSomebody(String name, String loader) throws IOException {
        this.name = name;
        this.loader = loader;
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext(
                "/page",
                exchange -> answer(exchange, "text/html", PAGE.formatted(address(exchange.getRequestURI()), loader)));
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
