package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RenewingTokensTest {

    private static final String RENEWED = "{\"access_token\": \"a2\", \"token_type\": \"bearer\", \"expires_in\": 3600,"
            + " \"refresh_token\": \"r2\"}";

    private final List<AppTokens> kept = new ArrayList<>();
    private final List<Transport.Request> requests = new ArrayList<>();
    private final CompletableFuture<Transport.Answer> renewal = new CompletableFuture<>();
    private final ObolusClient anonymous = ObolusClient.builder(Offline.SERVER)
            .transport(this::answer)
            .retries(Retries.NONE)
            .build();
    private final OAuthApp app = OAuthApp.open(anonymous, "id", URI.create("https://app.example/back"));

    @Test
    void doesNotHappenWhileTheOldOnesAreFresh() {
        client(Instant.now().plusSeconds(600)).things().categories();

        assertThat(authorizations()).containsExactly("Bearer a1");
        assertThat(kept).isEmpty();
    }

    @Test
    void happensOnceForManyCalls() {
        var client = client(Instant.now().plusSeconds(10)).async();

        var first = client.things().categories();
        var second = client.things().categories();
        renewal.complete(Transport.Answer.json(200, RENEWED));

        first.join();
        second.join();
        assertThat(authorizations()).containsExactly("none", "Bearer a2", "Bearer a2");
        assertThat(kept).extracting(AppTokens::refreshToken).containsExactly(Optional.of("r2"));
    }

    @Test
    void keepsTheScopesWhereTheAnswerNamesNone() {
        renewal.complete(Transport.Answer.json(200, RENEWED));

        client(Instant.now()).things().categories();

        assertThat(kept)
                .singleElement()
                .satisfies(tokens -> assertThat(tokens.scopes()).containsExactly(Scope.THING));
    }

    @Test
    void isTriedAgainAfterAFailure() {
        renewal.complete(Transport.Answer.json(400, "{\"error\": \"invalid_grant\"}"));
        var client = client(Instant.now());

        assertThatThrownBy(() -> client.things().categories()).isInstanceOf(ObolusException.Refused.class);
        assertThatThrownBy(() -> client.things().categories()).isInstanceOf(ObolusException.Refused.class);

        assertThat(authorizations()).containsExactly("none", "none");
    }

    private ObolusClient client(Instant expiry) {
        var tokens = new AppTokens("a1", Optional.of("r1"), Set.of(Scope.THING), expiry);
        return ObolusClient.builder(Offline.SERVER)
                .transport(this::answer)
                .retries(Retries.NONE)
                .credentials(app.credentials(tokens, kept::add))
                .build();
    }

    private CompletableFuture<Transport.Answer> answer(Transport.Request request) {
        requests.add(request);
        return request.uri().getPath().equals("/oauth/token")
                ? renewal
                : CompletableFuture.completedFuture(Transport.Answer.json(200, "[]"));
    }

    private List<String> authorizations() {
        return requests.stream()
                .map(request -> request.headers().getOrDefault("Authorization", "none"))
                .toList();
    }
}
