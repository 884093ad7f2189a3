package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Person;
import org.shredzone.flattr4j.oauth.FlattrAuthenticator;
import org.shredzone.flattr4j.oauth.Scope;

/** What was written for Flattr works when its developer says that it was. */
@QuarkusTest
class OldClientsTest {

    @Inject
    People people;

    @TestHTTPResource("/")
    URI server;

    Person alice;
    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        app = AnApp.writtenForFlattr(alice);
    }

    @Test
    void sendTheirSecretInTheHeaderAndTheRestAsJson() {
        var answer = given().auth()
                .preemptive()
                .basic(app.id, app.secret.orElseThrow())
                .contentType("application/json")
                .body(Map.of("grant_type", "authorization_code", "code", code(), "redirect_uri", app.redirect))
                .post("/oauth/token");

        answer.then()
                .statusCode(200)
                .body("token_type", equalTo("bearer"))
                .body("access_token", not(nullValue()))
                .body("refresh_token", not(nullValue()))
                .body("scope", equalTo("flattr thing"));
        assertThat(AnApp.status(answer.path("access_token"))).isEqualTo(200);
    }

    @Test
    void logInByTheJavaLibraryOfThatTime() throws Exception {
        var library = new FlattrAuthenticator(app.id, app.secret.orElseThrow());
        library.setRequestTokenUrl(server.resolve("/oauth/authorize").toString());
        library.setAccessTokenUrl(server.resolve("/oauth/token").toString());
        library.setCallbackUrl(app.redirect);
        library.setScope(EnumSet.of(Scope.FLATTR, Scope.THING));

        var asked = AnApp.answers(library.authenticate());
        var token = library.fetchAccessToken(AnApp.code(AnApp.allows(bob, asked)));

        assertThat(AnApp.status(token.getToken())).isEqualTo(200);
    }

    @Test
    void sendAFormWithEverythingInIt() {
        exchange(code()).then().statusCode(200);
    }

    @Test
    void getTokensOfNinetyDaysThatCanBeTakenAway() {
        var answer = exchange(code());

        answer.then().body("expires_in", greaterThan(89 * 86400));
        app.revokes(answer.path("access_token")).then().statusCode(200);
        assertThat(AnApp.status(answer.path("access_token"))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/more", "/more/and/more?with=a&query", "?only=a"})
    void comeBackBelowTheirAddress(String rest) {
        var request = request();
        request.put("redirect_uri", AnApp.REDIRECT + rest);

        var answer = AnApp.allows(bob, request);

        assertThat(AnApp.leadsTo(answer))
                .startsWith(AnApp.REDIRECT + rest + (rest.contains("?") ? "&code=" : "?code="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callbackmore",
                "https://app.example/",
                "https://app.example/callback/../evil",
                "https://app.example/callback/%2e%2e/evil",
                "https://app.example/callback/..%2fevil",
                "https://app.example/callback/..;/evil",
                "https://app.example/callback/..\\evil",
                "https://app.example/callback/#there",
                "https://evil.example/callback/",
                "https://app.example:444/callback/",
                "http://app.example/callback/",
                "https://app.example@evil.example/callback/",
                "https://app.example/callback/\u0000",
                "https://app.example/callback/\r\nX: y",
                "nonsense"
            })
    void comeBackNowhereElse(String redirect) {
        var request = request();
        request.put("redirect_uri", redirect);

        var answer = AnApp.asks(bob, request);

        answer.then().statusCode(400).body(containsString("did not register the address"));
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void stillNameTheSameAddressWithTheCode() {
        var request = request();
        request.put("redirect_uri", AnApp.REDIRECT + "/more");
        var code = AnApp.code(AnApp.allows(bob, request));

        exchange(code).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void areToldInTheWordsOfTheStandard() {
        var answer = given().auth()
                .preemptive()
                .basic(app.id, "wrong")
                .contentType("application/json")
                .body(Map.of("grant_type", "authorization_code", "code", code()))
                .post("/oauth/token");

        answer.then()
                .statusCode(401)
                .contentType("application/json")
                .body("error", equalTo("invalid_client"))
                .body("error_description", not(nullValue()));
    }

    @Test
    void areTheOnlyOnesWithThesePrivileges() {
        var newer = AnApp.of(alice);
        var request = newer.request("flattr");
        request.put("redirect_uri", newer.redirect + "/more");

        AnApp.asks(bob, request).then().statusCode(400);
        given().auth()
                .preemptive()
                .basic(newer.id, newer.secret.orElseThrow())
                .contentType("application/json")
                .body(Map.of("grant_type", "authorization_code", "code", "x"))
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error_description", containsString("Send a form"));
    }

    private Map<String, String> request() {
        var request = new LinkedHashMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", app.id);
        request.put("redirect_uri", app.redirect);
        request.put("scope", "flattr thing");
        return request;
    }

    private String code() {
        return AnApp.code(AnApp.allows(bob, request()));
    }

    private Response exchange(String code) {
        return app.sends()
                .formParam("grant_type", "authorization_code")
                .formParam("code", code)
                .formParam("redirect_uri", app.redirect)
                .post("/oauth/token");
    }
}
