package org.obolus.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Sets a client up. What is not named has a sensible value; in particular nothing waits for ever. */
public final class ObolusClientBuilder {

    private final URI server;
    private Transport transport;
    private Credentials credentials;
    private Retries retries = Retries.USUAL;
    private Duration timeout = Duration.ofSeconds(30);
    private Duration connectTimeout = Duration.ofSeconds(5);
    private String program = "";
    private Function<Duration, CompletableFuture<Void>> waiting = ObolusClientBuilder::wait;

    ObolusClientBuilder(URI server) {
        var isWhole = ("https".equalsIgnoreCase(server.getScheme()) || "http".equalsIgnoreCase(server.getScheme()))
                && server.getHost() != null
                && server.getRawQuery() == null;
        if (!isWhole || server.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of a server is a whole http or https address, such as https://obolus.example.");
        }
        this.server = URI.create(server.toString().replaceFirst("/*$", ""));
    }

    /** A personal token, made at {@code /account} of the server. */
    public ObolusClientBuilder token(String token) {
        return credentials(Credentials.of(token));
    }

    /** Tokens that change, such as those of {@link OAuthApp#credentials}. */
    public ObolusClientBuilder credentials(Credentials source) {
        this.credentials = Objects.requireNonNull(source, "source");
        return this;
    }

    /** How long each attempt of a call may take; 30 seconds unless this says otherwise. */
    public ObolusClientBuilder timeout(Duration limit) {
        this.timeout = positive(limit);
        return this;
    }

    /** How long connecting may take; 5 seconds unless this says otherwise. */
    public ObolusClientBuilder connectTimeout(Duration limit) {
        this.connectTimeout = positive(limit);
        return this;
    }

    /** {@link Retries#USUAL} unless this says otherwise. */
    public ObolusClientBuilder retries(Retries patience) {
        this.retries = Objects.requireNonNull(patience, "patience");
        return this;
    }

    /** Another way for requests to travel, in particular {@link OfflineTransport} in tests. */
    public ObolusClientBuilder transport(Transport way) {
        this.transport = Objects.requireNonNull(way, "way");
        return this;
    }

    /** Which program calls, for the operator of the server: a name and a version, such as {@code breadblog/2.1}. */
    public ObolusClientBuilder program(String name) {
        this.program = name + " ";
        return this;
    }

    public ObolusClient build() {
        return new ObolusClient(settings());
    }

    /** Tests do not wait. */
    ObolusClientBuilder waiting(Function<Duration, CompletableFuture<Void>> ending) {
        this.waiting = ending;
        return this;
    }

    Settings settings() {
        return new Settings(
                server,
                transport == null ? new HttpTransport(connectTimeout) : transport,
                Optional.ofNullable(credentials),
                retries,
                timeout,
                program + "obolus-client/" + version(),
                waiting,
                Clock.systemUTC());
    }

    private static String version() {
        return Objects.requireNonNullElse(ObolusClient.class.getPackage().getImplementationVersion(), "unreleased");
    }

    private static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A timeout is longer than nothing.");
        }
        return limit;
    }

    private static CompletableFuture<Void> wait(Duration pause) {
        var later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }
}
