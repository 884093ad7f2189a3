package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.web.GuardedClients.LONG_ENOUGH;
import static org.obolus.web.GuardedClients.NONE;
import static org.obolus.web.GuardedClients.VERTX;
import static org.obolus.web.GuardedClients.ask;
import static org.obolus.web.GuardedClients.assertRefused;
import static org.obolus.web.GuardedClients.at;
import static org.obolus.web.GuardedClients.fetch;
import static org.obolus.web.GuardedClients.inDevelopment;
import static org.obolus.web.GuardedClients.redirectingTo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TheGuardedClientTest {

    @Test
    void bringsAPage() {
        var site = ASite.answering(
                VERTX,
                request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=iso-8859-1")
                        .end(Buffer.buffer("<p>grün".getBytes(StandardCharsets.ISO_8859_1))));

        var page = fetch(inDevelopment(NONE), site.page("/a|b?c=d#e"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.isOk()).isTrue();
        assertThat(page.contentType()).isEqualTo("text/html; charset=iso-8859-1");
        assertThat(page.text()).isEqualTo("<p>grün");
        assertThat(page.finalUrl()).isEqualTo(site.page("/a|b?c=d#e"));
        assertThat(site.visits().get(0).uri()).isEqualTo("/a|b?c=d");
    }

    @Test
    void bringsAnAnswerWhateverItsStatus() {
        var site = ASite.answering(
                VERTX, request -> request.response().setStatusCode(404).end("no"));

        var page = fetch(inDevelopment(NONE), site.page("/"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.isOk()).isFalse();
        assertThat(page.text()).isEqualTo("no");
        assertThat(page.contentType()).isEmpty();
    }

    @Test
    void saysWhoItIsAndNothingElse() {
        var site = ASite.answering(
                VERTX,
                request -> request.response().putHeader("Set-Cookie", "a=b").end());
        var client = inDevelopment(NONE);

        fetch(client, site.page("/"));
        fetch(client, site.page("/"));

        assertThat(site.visits()).hasSize(2).allSatisfy(visit -> {
            assertThat(visit.getHeader("User-Agent")).isEqualTo("Obolus (+https://obolus.example)");
            assertThat(visit.getHeader("Accept")).startsWith("text/html");
            assertThat(visit.headers().names().stream().map(String::toLowerCase))
                    .containsExactlyInAnyOrder("user-agent", "accept", "accept-encoding", "host", "connection");
        });
    }

    @Test
    void saysWhatItsCallerWantsSaidAllTheWayInsideTheSite() {
        var site = ASite.answering(VERTX, redirectingTo("/end"));
        var headers = Map.of("Accept", "application/json", "Authorization", "Bearer secret");

        inDevelopment(NONE).get(site.page("/start"), headers).await().atMost(LONG_ENOUGH);

        assertThat(site.visits()).hasSize(2).allSatisfy(visit -> {
            assertThat(visit.headers().getAll("Accept")).containsExactly("application/json");
            assertThat(visit.getHeader("Authorization")).isEqualTo("Bearer secret");
            assertThat(visit.getHeader("User-Agent")).startsWith("Obolus");
        });
    }

    @Test
    void asksForTheAddressOnceAndVisitsExactlyThatOne() {
        var lookUps = new AtomicInteger();
        Names names = host -> {
            lookUps.incrementAndGet();
            return at("127.0.0.1").addresses(host);
        };
        var site = ASite.answering(VERTX, redirectingTo("/end"));

        var page = fetch(inDevelopment(names), WebUrl.of("http://blog.example:" + site.port() + "/start"));

        assertThat(page.finalUrl().path()).isEqualTo("/end");
        assertThat(lookUps).hasValue(1);
        assertThat(site.visits())
                .hasSize(2)
                .allSatisfy(visit -> assertThat(visit.getHeader("Host")).isEqualTo("blog.example:" + site.port()));
    }

    @Test
    void visitsOnlySoManySitesAtOnce() {
        var waiting = new CompletableFuture<HttpServerRequest>();
        var site = ASite.answering(VERTX, request -> {
            if (!waiting.complete(request)) {
                request.response().end("second");
            }
        });
        var client = inDevelopment(NONE, "at-once", "1");
        var first = client.get(site.page("/")).subscribeAsCompletionStage();
        var held = waiting.orTimeout(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS).join();

        assertRefused(client, site.page("/"), FetchRefused.Busy.class);
        held.response().end("first");
        assertThat(first).succeedsWithin(LONG_ENOUGH);
        assertThat(fetch(client, site.page("/")).text()).isEqualTo("second");
    }

    @Test
    void asksAProgramAndReadsItsAnswer() {
        var body = new CompletableFuture<String>();
        var site = ASite.answering(
                VERTX,
                request -> request.bodyHandler(sent -> {
                    body.complete(sent.toString());
                    request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
                }));

        var answer = ask(site.page("/token"), HttpMethod.POST, "code=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(body).isCompletedWithValue("code=1");
        assertThat(site.visits().get(0).getHeader("Authorization")).isEqualTo("Basic abc");
        assertThat(site.visits().get(0).getHeader("User-Agent")).isEqualTo("Obolus (+https://obolus.example)");
    }
}
