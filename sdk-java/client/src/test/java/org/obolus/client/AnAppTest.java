package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnAppTest {

    private static final URI REDIRECT = URI.create("http://127.0.0.1:7070/back?from=obolus");
    private static final String TOKENS = "{\"access_token\": \"a1\", \"token_type\": \"Bearer\", \"expires_in\": 3600,"
            + " \"refresh_token\": \"r1\", \"scope\": \"flattr thing smell\"}";

    private static final String METADATA = "/.well-known/oauth-authorization-server";

    private final Offline offline = Offline.patient();
    private final OAuthApp app = OAuthApp.open(offline.client(), "bread reader", REDIRECT);
    private final Authorization asked = app.authorization(Set.of(Scope.THING, Scope.FLATTR));

    @Test
    void getsTokensForACode() {
        offline.on("POST", "/oauth/token", 200, TOKENS);

        var tokens = app.exchange(asked, back("code=c%2F1&iss=https%3A%2F%2Fobolus.example&state=" + asked.state()));

        assertThat(tokens.accessToken()).isEqualTo("a1");
        assertThat(tokens.scopes()).containsExactlyInAnyOrder(Scope.FLATTR, Scope.THING, Scope.UNKNOWN);
        assertThat(tokens.expiresAt())
                .isBetween(
                        java.time.Instant.now().plusSeconds(3000),
                        java.time.Instant.now().plusSeconds(3601));
        var request = offline.requests().get(0);
        assertThat(request.body())
                .contains("grant_type=authorization_code&code=c%2F1"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A7070%2Fback%3Ffrom%3Dobolus&code_verifier="
                        + asked.verifier()
                        + "&client_id=bread%20reader");
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                .doesNotContainKey("Authorization");
    }

    @Test
    void provesItselfWithItsSecret() {
        offline.on("POST", "/oauth/token", 200, TOKENS);
        var confidential = OAuthApp.confidential(offline.client(), "id:1", "s%e", REDIRECT);
        var wish = confidential.authorization(Set.of(Scope.FLATTR));

        confidential.exchange(wish, back("code=c&state=" + wish.state()));

        var basic = Base64.getEncoder().encodeToString("id%3A1:s%25e".getBytes(StandardCharsets.UTF_8));
        assertThat(offline.requests().get(0).headers()).containsEntry("Authorization", "Basic " + basic);
        assertThat(offline.requests().get(0).body().orElseThrow()).doesNotContain("s%25e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c",
                "code=c&state=",
                "code=c&state=x",
                "",
                "state=%s",
                "code=&state=%s",
                "code=c&code=d&state=%s",
                "code=c&state=%s&iss=https%%3A%%2F%%2Felsewhere.example"
            })
    void takesNoAnswerToSomethingElse(String query) {
        offline.on("GET", METADATA, 200, metadata("https://obolus.example"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.exchange(asked, back(query.formatted(asked.state()))));
        assertThat(offline.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void takesTheAnswerOfAServerThatCallsItselfOtherwise() {
        offline.on("GET", METADATA, 200, metadata("https://town.example/"));
        offline.on("POST", "/oauth/token", 200, TOKENS);

        var tokens = app.exchange(asked, back("code=c&iss=https%3A%2F%2Ftown.example&state=" + asked.state()));

        assertThat(tokens.accessToken()).isEqualTo("a1");
    }

    @Test
    void learnsThatThePersonSaidNo() {
        var no = back("error=access_denied&error_description=Not+today&state=" + asked.state());

        assertThatThrownBy(() -> app.exchange(asked, no))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("access_denied"))
                                .isTrue())
                .hasMessageContaining("Not today");
    }

    @Test
    void learnsThatTheCodeIsNoLongerGood() {
        offline.on("POST", "/oauth/token", 400, "{\"error\": \"invalid_grant\"}");

        assertThatThrownBy(() -> app.exchange(asked, back("code=c&state=" + asked.state())))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("invalid_grant"))
                                .isTrue());
    }

    @Test
    void neverSendsACodeOrARefreshTokenTwice() {
        offline.failing("POST", "/oauth/token", new IOException("reset"));

        assertThatThrownBy(() -> app.exchange(asked, back("code=c&state=" + asked.state())))
                .isInstanceOf(ObolusException.Unreachable.class);
        assertThatThrownBy(() -> app.refresh(new AppTokens("a", Optional.of("r"), Set.of(), java.time.Instant.now())))
                .isInstanceOf(ObolusException.Unreachable.class);
        assertThat(offline.requests()).hasSize(2);
    }

    @Test
    void refusesTokensOfAnotherKind() {
        offline.on("POST", "/oauth/token", 200, TOKENS.replace("Bearer", "mac"));

        assertThatThrownBy(() -> app.exchange(asked, back("code=c&state=" + asked.state())))
                .isInstanceOf(ObolusException.Unintelligible.class);
    }

    @Test
    void endsAPermission() {
        offline.on("POST", "/oauth/revoke", 200, "");

        app.revoke(new AppTokens("a", Optional.of("r"), Set.of(), java.time.Instant.now()));

        assertThat(offline.requests().get(0).body()).contains("token=r&client_id=bread%20reader");
    }

    @Test
    void makesItselfKnown() {
        offline.on("POST", "/oauth/register", 201, "{\"client_id\": \"id1\", \"client_secret\": \"s\"}");
        var registration =
                new AppRegistration("Bread", List.of(REDIRECT), false, Set.of(Scope.FLATTR), Optional.empty());

        var known = offline.client().apps().register(registration);

        assertThat(known.clientId()).isEqualTo("id1");
        assertThat(known.clientSecret()).contains("s");
        assertThat(offline.requests().get(0).body().orElseThrow())
                .contains(
                        "\"client_name\":\"Bread\"",
                        "\"redirect_uris\":[\"" + REDIRECT + "\"]",
                        "\"scope\":\"flattr\"");
    }

    @Test
    void tellsNoSecretToTheLog() {
        var tokens = new AppTokens("a-token", Optional.of("r-token"), Set.of(), java.time.Instant.EPOCH);

        assertThat(tokens.toString()).doesNotContain("a-token", "r-token");
        assertThat(asked.toString()).doesNotContain(asked.state(), asked.verifier());
        assertThat(new RegisteredApp("id", Optional.of("hush")).toString()).doesNotContain("hush");
    }

    private static String metadata(String issuer) {
        return "{\"issuer\": \"" + issuer
                + "\", \"authorization_endpoint\": \"https://obolus.example/oauth/authorize\","
                + " \"token_endpoint\": \"https://obolus.example/oauth/token\"}";
    }

    private static URI back(String query) {
        return URI.create(REDIRECT + (query.isEmpty() ? "" : "&" + query));
    }
}
