package org.obolus.mainjob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A web site that nobody has proven, with pages and a button on each; its owner may place a proof later.
 *
 * <p>A page's name may ask for headers: {@code coop} cuts openers, {@code strict} allows only what the button needs,
 * {@code no-referrer} says nowhere where the reader comes from; {@code dark} asks for a dark page, {@code rtl} for one
 * that is read from right to left, {@code element} for our own markup around a link.
 */
final class ASiteOfSomebody implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><html lang="en"%s><title>A page of somebody</title>
            <main><h1>A page of somebody</h1>
            %s</main>
            <script async src="%s"></script>""";
    private static final String OLD_MARKUP =
            "<a class=\"FlattrButton\" href=\"%s\" title=\"A page of somebody\">Flattr this</a>";
    private static final String ELEMENT =
            "<flattr-button href=\"%s\"><a href=\"%s/submit/auto?url=%s\">Flattr this</a></flattr-button>";
    private static final String RIGHT_TO_LEFT = " dir=\"rtl\"";
    private static final String DARK = " style=\"background: #121614; color: #eef1ec\"";

    private static final String STRICT = "default-src 'none'; script-src %s; connect-src %s; frame-src %s";

    private final HttpServer http;
    private final String name;
    private final String loader;
    private final String server;
    private volatile String proof = "";

    ASiteOfSomebody(String name, String loader) throws IOException {
        this.name = name;
        this.loader = loader;
        server = loader.replaceFirst("/button.js$", "");
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext("/page", this::answerPage);
        http.createContext("/.well-known/obolus.txt", exchange -> answer(exchange, "text/plain", proof));
        http.start();
    }

    String host() {
        return name + ".localhost:" + http.getAddress().getPort();
    }

    /** As the token of a connection names it. */
    String origin() {
        return "http://" + host();
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
        if (name.contains("no-referrer")) {
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        }
        if (name.contains("strict")) {
            exchange.getResponseHeaders().set("Content-Security-Policy", STRICT.formatted(server, server, server));
        }
        var look = name.contains("dark") ? DARK : name.contains("rtl") ? RIGHT_TO_LEFT : "";
        answer(exchange, "text/html", PAGE.formatted(look, button(name), loader));
    }

    private String button(String name) {
        var address = address(URI.create(name));
        return name.contains("element")
                ? ELEMENT.formatted(address, server, URLEncoder.encode(address, StandardCharsets.UTF_8))
                : OLD_MARKUP.formatted(address);
    }

    private String address(URI path) {
        return origin() + path;
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
