package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUpAClientTest {

    @Test
    void takesWhatTheEnvironmentSays() {
        var client = ObolusClient.from(Map.of("OBOLUS_URL", " https://town.example/obolus/ ", "OBOLUS_TOKEN", "t"));

        assertThat(client.server()).isEqualTo(URI.create("https://town.example/obolus"));
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ObolusClient.from(Map.of("OBOLUS_TOKEN", "t")))
                .withMessageContaining("OBOLUS_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obolus.example",
                "ftp://obolus.example",
                "https:/x",
                "https://a:b@obolus.example",
                "https://x/?y"
            })
    void refusesWhatIsNoServersAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObolusClient.at(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "ü"})
    void refusesWhatIsNoToken(String token) {
        var builder = ObolusClient.builder(Offline.SERVER);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.token(token));
    }

    @Test
    void refusesToWaitForNothing() {
        var builder = ObolusClient.builder(Offline.SERVER);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)));
    }

    @Test
    void saysWhoCallsAndHowLongItWaits() {
        var transport = new OfflineTransport().on("GET", "/town/api/v1/categories", 200, "[]");
        var client = ObolusClient.builder(URI.create("https://obolus.example/town/"))
                .program("breadblog/2.1")
                .timeout(Duration.ofSeconds(3))
                .transport(transport)
                .build();

        client.things().categories();

        assertThat(transport.requests()).singleElement().satisfies(request -> {
            assertThat(request.headers().get("User-Agent")).startsWith("breadblog/2.1 obolus-client/");
            assertThat(request.headers()).doesNotContainKey("Authorization");
            assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(3));
        });
    }

    @Test
    void asksForTheTokenBeforeEachRequest() {
        var transport = new OfflineTransport().on("GET", "/api/v1/categories", 200, "[]");
        var tokens = new java.util.concurrent.atomic.AtomicInteger();
        var client = ObolusClient.builder(Offline.SERVER)
                .credentials(
                        () -> java.util.concurrent.CompletableFuture.completedFuture("t" + tokens.incrementAndGet()))
                .transport(transport)
                .build();

        client.things().categories();
        client.things().categories();

        assertThat(transport.requests())
                .extracting(request -> request.headers().get("Authorization"))
                .containsExactly("Bearer t1", "Bearer t2");
    }
}
