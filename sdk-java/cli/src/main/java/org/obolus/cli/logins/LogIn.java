package org.obolus.cli.logins;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.obolus.client.AppRegistration;
import org.obolus.client.AppTokens;
import org.obolus.client.Authorization;
import org.obolus.client.OAuthApp;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.Scope;

/** One log-in: registers this program where it is not known, sends a browser to the server, and waits for it. */
final class LogIn {

    private static final String NAME = "Obolus command line";
    private static final URI ANY_PORT = URI.create("http://127.0.0.1" + Callback.PATH);
    private static final Set<Scope> NEEDED = Set.of(Scope.THING);

    private final ObolusClient server;
    private final Consumer<URI> showing;
    private final Duration patience;

    /** @param showing sends a person to an address */
    LogIn(ObolusClient server, Consumer<URI> showing, Duration patience) {
        this.server = server;
        this.showing = showing;
        this.patience = patience;
    }

    /** @param client as what this program is known already */
    Login run(Optional<String> client) {
        try (var callback = new Callback()) {
            var id = client.filter(known -> isKnown(Logins.app(server, known, callback.address())))
                    .orElseGet(this::registered);
            var app = Logins.app(server, id, callback.address());
            var asked = app.authorization(NEEDED);
            callback.exchangingBy(address -> exchanged(app, asked, address));
            showing.accept(asked.url());
            var tokens = callback.await(patience);
            return new Login(server.server(), id, username(tokens), tokens);
        }
    }

    /** A program that nobody allowed anything for a month is forgotten by its server. */
    private boolean isKnown(OAuthApp app) {
        var page = HttpRequest.newBuilder(app.authorization(NEEDED).url())
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(page, BodyHandlers.discarding())
                            .statusCode()
                    < 400;
        } catch (IOException lost) {
            throw new ObolusException.Unreachable(server.server() + " does not answer.", lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ObolusException.Unreachable("Logging in was interrupted.", interrupted);
        }
    }

    private String registered() {
        return server.apps()
                .register(new AppRegistration(NAME, List.of(ANY_PORT), true, NEEDED, Optional.empty()))
                .clientId();
    }

    /** Every Obolus server names itself in its answers, so one without a name is none of its answers (RFC 9207). */
    private static AppTokens exchanged(OAuthApp app, Authorization asked, URI address) {
        var query = Optional.ofNullable(address.getRawQuery()).orElse("");
        if (!("&" + query).contains("&iss=")) {
            throw new IllegalArgumentException("This answer does not say which server it is of.");
        }
        return app.exchange(asked, address);
    }

    private String username(AppTokens tokens) {
        return ObolusClient.builder(server.server())
                .token(tokens.accessToken())
                .build()
                .accounts()
                .me()
                .username();
    }
}
