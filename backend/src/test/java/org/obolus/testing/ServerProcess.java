package org.obolus.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as its own process, on a data folder that outlives it. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What tests do comes from one address, and is limited there otherwise. */
    private static final List<String> ALL_FROM_ONE_ADDRESS = List.of(
            "OBOLUS_ACCOUNTS_LIMITS_SIGN_UPS_HERE",
            "OBOLUS_ACCOUNTS_LIMITS_MAILS_FROM_HERE",
            "OBOLUS_ACCOUNTS_LIMITS_LOG_INS_HERE");

    private static final String LOG = "server-process.log";

    /** It lives for a minute or two, in which thorough compilation costs more than it brings. */
    private static final List<String> COMMAND = List.of(
            "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path data;
    private final String profile;
    private final Map<String, String> settings;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProcess(Process process, Path data, String profile, Map<String, String> settings, int port) {
        this.process = process;
        this.data = data;
        this.profile = profile;
        this.settings = settings;
        this.port = port;
    }

    public static ServerProcess start(Path data) throws IOException, InterruptedException {
        return start(data, "prod");
    }

    /** With a profile of application.properties. */
    public static ServerProcess start(Path data, String profile) throws IOException, InterruptedException {
        return start(data, profile, Map.of());
    }

    /** The same with settings of its own, as environment variables. */
    public static ServerProcess start(Path data, String profile, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(data, profile, settings, freePort());
    }

    /** The same server once more, after its end: with its data, under its address. */
    public ServerProcess again() throws IOException, InterruptedException {
        return start(data, profile, settings, port);
    }

    private static ServerProcess start(Path data, String profile, Map<String, String> settings, int port)
            throws IOException, InterruptedException {
        PostgresBinaries.unpackedOnceFor(data);
        var server = new ProcessBuilder(COMMAND)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of("target", LOG).toFile()));
        server.environment().put("QUARKUS_PROFILE", profile);
        server.environment().put("OBOLUS_DATA", data.toString());
        server.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Servers of other platforms run on this machine too, without certificates.
        server.environment()
                .put("OBOLUS_PLATFORMS_MASTODON_LOOKUP", "http://{server}/api/v1/accounts/lookup?acct={handle}");
        ALL_FROM_ONE_ADDRESS.forEach(limit -> server.environment().put(limit, "100000"));
        server.environment().putAll(settings);
        var started = new ServerProcess(server.start(), data, profile, settings, port);
        started.awaitHealth();
        return started;
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofString())
                .body();
    }

    public int post(String path, String token, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed, PostgreSQL is left behind. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public long postgresPid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    public Connection database() throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/obolus", "obolus", "");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    public int port() {
        return port;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isHealthy()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException("The server did not start; see target/" + LOG);
            }
            process.onExit()
                    .toCompletableFuture()
                    .completeOnTimeout(process, 100, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return get("/q/health").contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
