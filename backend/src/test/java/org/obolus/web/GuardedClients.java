package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.obolus.problems.ProblemType;

/** Guarded clients as tests need them, and what they may be asked. */
final class GuardedClients {

    static final Vertx VERTX = Vertx.vertx();
    static final Names NONE = host -> Uni.createFrom().failure(new UnknownHostException(host));
    static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private GuardedClients() {}

    static Fetched ask(WebUrl url, HttpMethod method, String body) {
        return inDevelopment(NONE)
                .ask(url, method, Map.of("Authorization", "Basic abc"), body.getBytes(StandardCharsets.UTF_8))
                .await()
                .atMost(LONG_ENOUGH);
    }

    static void pour(HttpServerResponse response) {
        response.write("x".repeat(10_000)).onSuccess(written -> pour(response));
    }

    static Handler<HttpServerRequest> redirectingTo(String location) {
        return request -> {
            if (request.path().equals(location)) {
                request.response().end("here");
            } else {
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", location)
                        .end();
            }
        };
    }

    static WebUrl localhost(int port) {
        return WebUrl.of("http://localhost:" + port + "/");
    }

    static Names at(String... addresses) {
        return host -> Uni.createFrom()
                .item(() -> Stream.of(addresses).map(GuardedClients::literal).toList());
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static GuardedClient inDevelopment(Names names, String... settings) {
        return new GuardedClient(VERTX, FetchSettings.inDevelopment(settings), names, new HttpClientOptions());
    }

    static GuardedClient inProduction(Names names, String... settings) {
        return new GuardedClient(VERTX, FetchSettings.inProduction(settings), names, new HttpClientOptions());
    }

    static GuardedClient realInProduction() {
        return new GuardedClient(VERTX, FetchSettings.inProduction());
    }

    static Fetched fetch(GuardedClient client, WebUrl url) {
        return client.get(url).await().atMost(LONG_ENOUGH);
    }

    static void assertRefused(GuardedClient client, WebUrl url, Class<? extends FetchRefused> reason) {
        assertThatThrownBy(() -> fetch(client, url)).isInstanceOfSatisfying(reason, refused -> {
            assertThat(refused.getMessage()).endsWith(".");
            assertThat(List.of(ProblemType.ADDRESS_REFUSED, ProblemType.UNREACHABLE, ProblemType.OVERLOADED))
                    .contains(refused.type());
        });
    }
}
