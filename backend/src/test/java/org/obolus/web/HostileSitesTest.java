package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer in order to wear this one out. */
class HostileSitesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Names NONE = host -> Uni.createFrom().failure(new UnknownHostException(host));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void inflateNothingHere() {
        var bomb = compressed(new byte[50_000_000]);
        var site = ASite.answering(
                vertx,
                request -> request.response()
                        .putHeader("Content-Encoding", "gzip")
                        .putHeader("Content-Type", "text/html")
                        .end(Buffer.buffer(bomb)));

        var page = client("body", "256K").get(site.page("/")).await().atMost(LONG_ENOUGH);

        assertThat(page.body()).isEqualTo(bomb);
    }

    @Test
    void areLeftWhenTheirPageComesByTheByte() {
        var server = answering(socket -> {
            socket.write(OK + "Content-Length: 200000\r\n\r\n");
            dripping(socket, ".");
        });

        assertRefused(server, FetchRefused.TooSlow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "X-Y: z\r\n", "Set-Cookie: aaaaaaaa"})
    void areLeftWhenTheirHeadersNeverEnd(String piece) {
        var server = answering(socket -> {
            socket.write(OK);
            pour(socket, piece.repeat(1000));
        });

        assertRefused(server, FetchRefused.NoAnswer.class);
    }

    @Test
    void areLeftWhenTheirHeadersComeByTheByte() {
        var server = answering(socket -> {
            socket.write(OK + "X: ");
            dripping(socket, "x");
        });

        assertRefused(server, FetchRefused.TooSlow.class);
    }

    @Test
    void areLeftWhenTheirStatusLineNeverEnds() {
        var server = answering(socket -> {
            socket.write("HTTP/1.1 200 ");
            pour(socket, "O".repeat(1000));
        });

        assertRefused(server, FetchRefused.NoAnswer.class);
    }

    @Test
    void areLeftWhenAnAnswerIsOnlyEverAnnounced() {
        var server = answering(socket -> dripping(socket, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));

        assertRefused(server, FetchRefused.TooSlow.class);
    }

    @Test
    void areLeftWhenAChunkNeverEnds() {
        var server = answering(socket -> {
            socket.write(OK + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
            pour(socket, "x".repeat(1000));
        });

        assertRefused(server, FetchRefused.TooLarge.class);
    }

    @Test
    void areLeftWhenTheSizeOfAChunkNeverEnds() {
        var server = answering(socket -> {
            socket.write(OK + "Transfer-Encoding: chunked\r\n\r\n1;");
            pour(socket, "x".repeat(1000));
        });

        assertRefused(server, FetchRefused.NoAnswer.class);
    }

    @Test
    void areLeftWhenWhatFollowsTheirPageNeverEnds() {
        var server = answering(socket -> {
            socket.write(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n");
            pour(socket, "X-Y: z\r\n".repeat(100));
        });

        assertRefused(server, FetchRefused.NoAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "2, 3", "x"})
    void areLeftWhenTheyCountWrongly(String length) {
        var server = answering(socket -> socket.write(OK + "Content-Length: " + length + "\r\n\r\nabc"));

        assertRefused(server, FetchRefused.NoAnswer.class);
    }

    @Test
    void areLeftOnceTheirStatusIsKnownWhereNothingIsToBeRead() {
        var left = new CompletableFuture<Void>();
        var server = answering(socket -> {
            socket.closeHandler(left::complete);
            socket.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
            pour(socket, "1\r\nx\r\n".repeat(100));
        });

        var status = client().post(page(server), Map.of(), new byte[] {1}, LONG_ENOUGH)
                .await()
                .atMost(LONG_ENOUGH);

        assertThat(status).isEqualTo(200);
        assertThat(left).succeedsWithin(LONG_ENOUGH);
    }

    private static void assertRefused(NetServer server, Class<? extends FetchRefused> reason) {
        assertThatThrownBy(() -> client("timeout", reason == FetchRefused.TooSlow.class ? "2s" : "30s")
                        .get(page(server))
                        .await()
                        .atMost(LONG_ENOUGH))
                .isInstanceOf(reason);
    }

    private static GuardedClient client(String... settings) {
        return new GuardedClient(vertx, FetchSettings.inDevelopment(settings), NONE, new HttpClientOptions());
    }

    private static WebUrl page(NetServer server) {
        return WebUrl.of("http://evil.localhost:" + server.actualPort() + "/");
    }

    /** Once it has been asked: an answer before that would be none. */
    private static NetServer answering(Handler<NetSocket> answer) {
        return vertx.createNetServer()
                .connectHandler(socket -> {
                    socket.exceptionHandler(broken -> {});
                    socket.handler(asked -> {
                        socket.handler(more -> {});
                        answer.handle(socket);
                    });
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void dripping(NetSocket socket, String piece) {
        var timer = vertx.setPeriodic(100, tick -> socket.write(piece));
        socket.endHandler(end -> vertx.cancelTimer(timer));
    }

    private static void pour(NetSocket socket, String piece) {
        socket.write(piece).onSuccess(written -> pour(socket, piece));
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
