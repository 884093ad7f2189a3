package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.web.GuardedClients.LONG_ENOUGH;
import static org.obolus.web.GuardedClients.NONE;
import static org.obolus.web.GuardedClients.VERTX;
import static org.obolus.web.GuardedClients.ask;
import static org.obolus.web.GuardedClients.assertRefused;
import static org.obolus.web.GuardedClients.fetch;
import static org.obolus.web.GuardedClients.inDevelopment;
import static org.obolus.web.GuardedClients.inProduction;
import static org.obolus.web.GuardedClients.localhost;
import static org.obolus.web.GuardedClients.pour;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StoppingToReadTest {

    @Test
    void readsAPageUpToItsLimitAndNoByteMore() {
        var site = ASite.answering(
                VERTX,
                request -> request.response()
                        .end(Buffer.buffer(
                                new byte[Integer.parseInt(request.path().substring(1))])));
        var client = inDevelopment(NONE, "body", "1K");

        assertThat(fetch(client, site.page("/1024")).body()).hasSize(1024);
        assertRefused(client, site.page("/1025"), FetchRefused.TooLarge.class);
    }

    @Test
    void stopsReadingAPageThatNeverEndsAndHangsUp() {
        var hungUp = new CompletableFuture<Void>();
        var site = ASite.answering(VERTX, request -> {
            request.connection().closeHandler(hungUp::complete);
            pour(request.response().setChunked(true));
        });

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.TooLarge.class);
        assertThat(hungUp).succeedsWithin(LONG_ENOUGH);
    }

    @Test
    void stopsWaitingForAPageThatTrickles() {
        var site = ASite.answering(VERTX, request -> {
            var response = request.response().setChunked(true);
            VERTX.setPeriodic(20, timer -> response.write("."));
        });

        assertRefused(inDevelopment(NONE, "timeout", "2s"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void hangsUpWhenNobodyWaitsAnyLonger() {
        var hungUp = new CompletableFuture<Void>();
        var visited = new CompletableFuture<HttpServerRequest>();
        var site = ASite.answering(VERTX, request -> {
            request.connection().closeHandler(hungUp::complete);
            visited.complete(request);
        });
        var waiting = inDevelopment(NONE).get(site.page("/")).subscribe().with(page -> {}, failure -> {});

        assertThat(visited).succeedsWithin(LONG_ENOUGH);
        waiting.cancel();
        assertThat(hungUp).succeedsWithin(LONG_ENOUGH);
    }

    @Test
    void stopsWaitingForASiteThatSaysNothing() {
        var site = ASite.answering(VERTX, request -> {});

        assertRefused(inDevelopment(NONE, "timeout", "300ms"), site.page("/"), FetchRefused.TooSlow.class);
    }

    @Test
    void stopsWaitingForANameServer() {
        Names silent = host -> Uni.createFrom().nothing();

        assertRefused(
                inProduction(silent, "timeout", "300ms"),
                WebUrl.of("https://slow.example/"),
                FetchRefused.TooSlow.class);
    }

    @Test
    void readsNoEndlessHeaders() {
        var site = ASite.answering(VERTX, request -> {
            request.response().headers().add("X-Long", "x".repeat(100_000));
            request.response().end();
        });

        assertRefused(inDevelopment(NONE), site.page("/"), FetchRefused.NoAnswer.class);
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        var closed = VERTX.createNetServer()
                .connectHandler(socket -> socket.close())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        var chatty = VERTX.createNetServer()
                .connectHandler(socket -> socket.write("220 mail.example ESMTP\r\n"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertRefused(inDevelopment(NONE), WebUrl.of("http://localhost:1/"), FetchRefused.NoAnswer.class);
        assertRefused(inDevelopment(NONE), localhost(closed.actualPort()), FetchRefused.NoAnswer.class);
        assertRefused(inDevelopment(NONE), localhost(chatty.actualPort()), FetchRefused.NoAnswer.class);
    }

    @Test
    void readsNoEndlessAnswerOfAProgram() {
        var site = ASite.answering(VERTX, request -> pour(request.response().setChunked(true)));

        assertThatThrownBy(() -> ask(site.page("/user"), HttpMethod.GET, "")).isInstanceOf(FetchRefused.TooLarge.class);
    }
}
