package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names whose server wants this one to visit its own network. */
class HostileNamesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String PUBLIC = "1.1.1.1";

    private static Vertx vertx;

    private AHostileNameServer names;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void begin() {
        names = new AHostileNameServer(vertx);
    }

    @AfterEach
    void end() {
        names.close();
    }

    @Test
    void areVisitedAtTheAddressThatWasCheckedWhateverTheySayNext() throws Exception {
        names.saying("rebinding.test", List.of(PUBLIC), List.of("127.0.0.1"));
        var guard = new AddressGuard(names, false);
        var url = WebUrl.of("https://rebinding.test/");

        assertThat(guard.admit(url).await().atMost(LONG_ENOUGH)).isEqualTo(InetAddress.getByName(PUBLIC));
        assertThatThrownBy(() -> guard.admit(url).await().atMost(LONG_ENOUGH))
                .isInstanceOf(FetchRefused.PrivateAddress.class);
    }

    @Test
    void areAskedForOnceThroughAllRedirectsOfAVisit() {
        names.saying("rebinding.test", List.of("127.0.0.1"), List.of("10.0.0.1"));
        var site = ASite.answering(vertx, request -> {
            if (request.path().equals("/")) {
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "/end")
                        .end();
            } else {
                request.response().end("the same site");
            }
        });
        var client = client(FetchSettings.inDevelopment());

        var page = client.get(WebUrl.of("http://rebinding.test:" + site.port() + "/"))
                .await()
                .atMost(LONG_ENOUGH);

        assertThat(page.text()).isEqualTo("the same site");
        assertThat(names.questions()).containsExactly("rebinding.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "::ffff:7f00:1",
                "64:ff9b::a00:1"
            })
    void areRefusedWholeWhereOneOfTheirAddressesIsPrivate(String address) {
        names.saying("mixed.test", List.of(PUBLIC, address));

        assertRefused("mixed.test");
    }

    @Test
    void areRefusedWhereTheyStandForAPrivateOne() {
        names.saying("alias.test", List.of("inner.test"));
        names.saying("inner.test", List.of("192.168.1.1"));

        assertRefused("alias.test");
    }

    @Test
    void areRefusedForWhatIsSentThereToo() {
        names.saying("inner.test", List.of("127.0.0.1"));

        assertThatThrownBy(() -> client(FetchSettings.inProduction())
                        .post(WebUrl.of("https://inner.test/"), Map.of(), new byte[0], LONG_ENOUGH)
                        .await()
                        .atMost(LONG_ENOUGH))
                .isInstanceOf(FetchRefused.PrivateAddress.class);
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> client(FetchSettings.inProduction())
                        .get(WebUrl.of("https://" + name + "/"))
                        .await()
                        .atMost(LONG_ENOUGH))
                .isInstanceOf(FetchRefused.PrivateAddress.class);
    }

    private GuardedClient client(FetchConfig config) {
        return new GuardedClient(vertx, config, names, new HttpClientOptions());
    }
}
