package org.obolus.widget;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Plays the server for the button as it was built: counts seven for everything, and frames do as a test tells them. */
final class StandInServer implements AutoCloseable {

    /** Says that it is ready, until it is told something, unless its thing is a silent one; remembers what it is told, and says what a test wants. */
    private static final String FRAME = """
            <!doctype html><html lang="en"><title>A frame</title><style>body{margin:0}button{width:100%;height:100vh}</style>
            <button>In the frame</button>
            <script>
            const asked = new URLSearchParams(location.search);
            const told = [];
            addEventListener('message', ({ data, origin }) => told.push({ ...data, origin }));
            addEventListener('focus', () => document.querySelector('button').focus());
            const say = (message) => parent.postMessage(message, asked.get('site'));
            const introduce = () => told.length || (say({ obolus: 'ready' }), setTimeout(introduce, 250));
            asked.get('url').includes('silent') || introduce();
            </script>""";

    static final Path DEMO = Path.of("..", "widget-assets", "demo");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "mjs", "text/javascript");

    private final HttpServer http;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();

    StandInServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", this::answer);
        http.start();
    }

    String origin() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** What has been asked for below a path. */
    List<URI> asked(String path) {
        return asked.stream().filter(uri -> uri.getPath().startsWith(path)).toList();
    }

    /** The cookies that came along. */
    List<String> cookies() {
        return cookies;
    }

    void forget() {
        asked.clear();
        cookies.clear();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        cookies.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
        var path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/counts" -> send(exchange, "application/json", counts(exchange.getRequestURI()));
            case "/button/frame" -> send(exchange, "text/html", FRAME);
            case "/submit/auto" -> send(exchange, "text/html", "<!doctype html><title>The flattr page</title>");
            default -> sendFile(exchange, path);
        }
    }

    /** The demo pages stand beside the scripts, as with the demo's own server. */
    private static void sendFile(HttpExchange exchange, String path) throws IOException {
        var demo = DEMO.resolve(path.substring(1));
        if (path.endsWith("/coop.html")) {
            exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (Files.isRegularFile(demo)) {
            send(exchange, TYPES.get(path.replaceFirst(".*[.]", "")), Files.readString(demo));
        } else {
            send(exchange, "text/javascript", built(path));
        }
    }

    private static String counts(URI question) {
        return Arrays.stream(question.getRawQuery().split("&"))
                .map(part -> URLDecoder.decode(part.substring("url=".length()), StandardCharsets.UTF_8))
                .map(url -> "{\"url\": \"" + url + "\", \"flattrs\": 7, \"supporters\": 2}")
                .collect(Collectors.joining(",", "{\"counts\": [", "]}"));
    }

    private static String built(String path) throws IOException {
        try (var file = StandInServer.class.getResourceAsStream("/META-INF/resources" + path)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
