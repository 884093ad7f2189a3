package org.obolus.cli.logins;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.AppTokens;
import org.obolus.client.ObolusException;

/** Waits on this machine, and for nobody else, for the browser to come back. */
final class Callback implements AutoCloseable {

    static final String PATH = "/callback";
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer http;
    private final CompletableFuture<AppTokens> tokens = new CompletableFuture<>();
    private volatile Function<URI, AppTokens> exchange = address -> {
        throw new IllegalArgumentException("Nobody has been asked yet.");
    };

    Callback() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 0);
            http.createContext("/", this::answer);
            http.start();
        } catch (IOException refused) {
            throw new Stopped(Ending.NOT_LOGGED_IN, "No port of this machine is free to wait on.", refused);
        }
    }

    /** Where the browser is to be sent; the port is any that is free. */
    URI address() {
        return URI.create("http://" + LOOPBACK + ":" + http.getAddress().getPort() + PATH);
    }

    void exchangingBy(Function<URI, AppTokens> way) {
        exchange = way;
    }

    /** @throws Stopped when nobody comes in time, or whoever comes said no */
    AppTokens await(Duration patience) {
        try {
            return tokens.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobody) {
            throw new Stopped(
                    Ending.WAITED_IN_VAIN,
                    "Nobody came back from the browser within " + patience.toSeconds()
                            + " seconds. Try again: obolus login",
                    nobody);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped(Ending.NOT_LOGGED_IN, "Logging in was interrupted.", interrupted);
        }
    }

    @Override
    public void close() {
        http.stop(1);
    }

    /** Whoever comes with an answer to something else is sent away, and the right one may still come. */
    private void answer(HttpExchange visit) throws IOException {
        if (!visit.getRequestURI().getPath().equals(PATH)) {
            show(visit, 404, "There is nothing here.");
            return;
        }
        try {
            var got = exchange.apply(address().resolve(visit.getRequestURI()));
            show(visit, 200, "You are logged in. Close this page and go back to the command line.");
            tokens.complete(got);
        } catch (IllegalArgumentException other) {
            show(visit, 400, "This is not the answer that the command line waits for.");
        } catch (ObolusException refused) {
            show(visit, 200, "You are not logged in. Close this page; the command line says why.");
            tokens.completeExceptionally(said(refused));
        }
    }

    private static RuntimeException said(ObolusException refused) {
        return refused instanceof ObolusException.Refused no && no.problem().is("access_denied")
                ? new Stopped(Ending.NOT_LOGGED_IN, "You did not allow it, so you are not logged in.", refused)
                : refused;
    }

    private static void show(HttpExchange visit, int status, String sentence) throws IOException {
        var page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Obolus</title><h1>Obolus</h1><p>"
                + sentence + "</p></html>";
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        var headers = visit.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        visit.sendResponseHeaders(status, bytes.length);
        try (var body = visit.getResponseBody()) {
            body.write(bytes);
        }
    }
}
