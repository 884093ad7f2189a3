package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server of one answer. */
@Timeout(60)
class ThroughTheNetworkTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void readsWhatIsAnswered() {
        var asked =
                answering("HTTP/1.1 200 OK\r\nContent-Length: 35\r\n\r\n[{\"id\": \"text\", \"text\": \"Brötchen\"}]"
                        .replace(
                                "35",
                                String.valueOf("[{\"id\": \"text\", \"text\": \"Brötchen\"}]"
                                        .getBytes(StandardCharsets.UTF_8)
                                        .length)));

        var categories = client(Duration.ofSeconds(30)).things().categories();

        assertThat(categories).containsExactly(new Choice("text", "Brötchen"));
        assertThat(asked.join()).startsWith("GET /api/v1/categories HTTP/1.1");
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverBegins() {
        answering("");

        assertThatThrownBy(() -> client(Duration.ofMillis(300)).things().categories())
                .isInstanceOf(ObolusException.Unreachable.class);
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverEnds() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[");

        assertThatThrownBy(() -> client(Duration.ofMillis(300)).things().categories())
                .isInstanceOf(ObolusException.Unreachable.class);
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        server.close();

        assertThatThrownBy(() -> client(Duration.ofSeconds(30)).things().categories())
                .isInstanceOf(ObolusException.Unreachable.class)
                .hasMessageContaining("/api/v1/categories got no answer");
    }

    @Test
    void stopsWaitingWhenTheThreadIsInterrupted() throws InterruptedException {
        answering("");
        var failure = new CompletableFuture<Throwable>();
        var waiting = new Thread(() -> {
            try {
                client(Duration.ofMinutes(5)).things().categories();
            } catch (ObolusException interrupted) {
                failure.complete(Thread.currentThread().isInterrupted() ? interrupted : null);
            }
        });

        waiting.start();
        waiting.interrupt();
        waiting.join();

        assertThat(failure.join()).isInstanceOf(ObolusException.Unreachable.class);
    }

    private ObolusClient client(Duration timeout) {
        return ObolusClient.builder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                .timeout(timeout)
                .retries(Retries.NONE)
                .build();
    }

    /** Answers the first request and leaves the line open; tells the first line of what was asked. */
    private CompletableFuture<String> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                var line = server.accept();
                var asked = new java.io.BufferedReader(
                        new java.io.InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                var first = asked.readLine();
                line.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                return first;
            } catch (IOException closed) {
                return "";
            }
        });
    }
}
