package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.web.Secret;

@QuarkusTest
class ExchangingACodeTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        app = AnApp.of(alice);
    }

    @Test
    void isOfNoUseOnceItsPersonHasEndedTheAccess() {
        var code = app.code(bob, "flattr");

        bob.forms().post("/dashboard/apps/" + app.id + "/end").then().statusCode(303);

        app.exchanges(code).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void isOfNoUseAfterANewPasswordThoughItsBrowserStaysLoggedIn() {
        people.knowsThePassword(bob, "three blue kettles");
        var code = app.code(bob, "flattr");

        bob.browses()
                .contentType("application/json")
                .body("{\"old_password\": \"three blue kettles\", \"new_password\": \"five red spoons\"}")
                .post("/api/v1/password")
                .then()
                .statusCode(204);

        app.exchanges(code).then().statusCode(400).body("error", equalTo("invalid_grant"));
        assertThat(AnApp.status(app.token(bob, "flattr"))).isEqualTo(200);
    }

    @Test
    void givesATokenOfAnHourAndWhatRenewsIt() {
        var answer = app.exchanges(app.code(bob, "thing flattr"));

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .body("token_type", equalTo("bearer"))
                .body("scope", equalTo("flattr thing"))
                .body("expires_in", lessThanOrEqualTo(3600))
                .body("refresh_token", not(nullValue()));
        AnApp.with(answer.path("access_token"))
                .get("/api/v1/account")
                .then()
                .statusCode(200)
                .body("username", equalTo(bob.username()))
                .body("email", nullValue());
    }

    @Test
    void takesTheSecretFromTheHeader() {
        var answer = given().auth()
                .preemptive()
                .basic(app.id, app.secret.orElseThrow())
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "authorization_code")
                .formParam("code", app.code(bob, "flattr"))
                .formParam("redirect_uri", app.redirect)
                .formParam("code_verifier", app.verifier)
                .post("/oauth/token");

        answer.then().statusCode(200);
    }

    @Test
    void needsNoSecretWhereThereIsNone() {
        var phone = AnApp.withoutASecret(alice);

        phone.exchanges(phone.code(bob, "flattr")).then().statusCode(200);
    }

    @Test
    void endsWhatCameOfACodeThatComesTwice() {
        var code = app.code(bob, "flattr");
        var first = app.exchanges(code).then().statusCode(200).extract().jsonPath();
        assertThat(AnApp.status(first.getString("access_token"))).isEqualTo(200);

        isRefused(app.exchanges(code));

        assertThat(AnApp.status(first.getString("access_token"))).isEqualTo(401);
        isRefused(app.refreshes(first.getString("refresh_token")));
    }

    @Test
    void isDoneOnceAtMostWhenACodeComesManyTimesAtOnce() {
        var code = app.code(bob, "flattr");

        var statuses = AtOnce.times(6, number -> app.exchanges(code).statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(books.number("""
                select count(*) from grants where app_id = ?::uuid and ended_at is null""", app.id)).isZero();
    }

    @Test
    void isRefusedWithAnotherVerifierAndSpendsTheCode() {
        var code = app.code(bob, "flattr");

        isRefused(app.exchanges(code, Secret.random().written()));

        isRefused(app.exchanges(code));
    }

    @Test
    void isRefusedWithoutAVerifier() {
        var code = app.code(bob, "flattr");

        isRefused(app.sends()
                .formParam("grant_type", "authorization_code")
                .formParam("code", code)
                .formParam("redirect_uri", app.redirect)
                .post("/oauth/token"));
    }

    @Test
    void isRefusedWithAVerifierWhereThereWasNoChallenge() {
        var request = app.request("flattr");
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        var code = AnApp.code(AnApp.allows(bob, request));

        isRefused(app.exchanges(code));
    }

    @Test
    void isRefusedForACodeThatSomebodyElseWasGiven() {
        var mallory = people.person("mallory");
        var code = app.code(mallory, "flattr");
        var challengeOfBobsBrowser = Secret.random().written();

        isRefused(app.exchanges(code, challengeOfBobsBrowser));
    }

    @Test
    void isRefusedForACodeOfAnotherApp() {
        var thief = AnApp.of(alice);
        var code = app.code(bob, "flattr");

        thief.verifier = app.verifier;

        isRefused(thief.exchanges(code));
        isRefused(app.exchanges(code));
    }

    @Test
    void isRefusedForAnotherAddress() {
        var code = app.code(bob, "flattr");

        isRefused(app.sends()
                .formParam("grant_type", "authorization_code")
                .formParam("code", code)
                .formParam("redirect_uri", "https://app.example/other")
                .formParam("code_verifier", app.verifier)
                .post("/oauth/token"));
    }

    @Test
    void isRefusedAfterAMinute() {
        var code = app.code(bob, "flattr");
        books.run("update app_codes set expires_at = now() where app_id = ?::uuid", app.id);

        isRefused(app.exchanges(code));
    }

    @Test
    void keepsACodeForAMinuteAtMost() {
        app.code(bob, "flattr");

        assertThat(books.number(
                        "select count(*) from app_codes where app_id = ?::uuid"
                                + " and expires_at between now() + interval '50 s' and now() + interval '60 s'",
                        app.id))
                .isEqualTo(1);
    }

    @Test
    void isRefusedWhenTheLogInIsOver() {
        var code = app.code(bob, "flattr");

        bob.browses().redirects().follow(false).post("/log-out").then().statusCode(303);

        isRefused(app.exchanges(code));
    }

    @Test
    void keepsNothingThatCouldBeShown() {
        var code = app.code(bob, "flattr");

        assertThat(books.number("select count(*) from app_codes where code = sha256(?::bytea)", code))
                .isEqualTo(1);
        assertThat(books.number("select count(*) from app_codes where code = ?::bytea", code))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isRefusedWithAnotherSecret(String secret) {
        var impostor = new AnApp(app.id, Optional.of(secret), app.redirect);
        impostor.verifier = app.verifier;
        var code = app.code(bob, "flattr");

        impostor.exchanges(code)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error", equalTo("invalid_client"));

        app.exchanges(code).then().statusCode(200);
    }

    @Test
    void isRefusedForAnUnknownApp() {
        for (var id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            given().formParam("client_id", id)
                    .formParam("grant_type", "authorization_code")
                    .post("/oauth/token")
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("invalid_client"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "password, unsupported_grant_type",
        "client_credentials, unsupported_grant_type",
        "'', invalid_request",
        "authorization_code, invalid_request"
    })
    void isRefusedAsTheStandardSays(String type, String error) {
        var answer = app.sends().formParam("grant_type", type).post("/oauth/token");

        answer.then()
                .statusCode(400)
                .contentType("application/json")
                .body("error", equalTo(error))
                .body("error_description", not(nullValue()))
                .body("error_uri", endsWith("/problems/" + error));
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, grant_type=%zz",
        "application/x-www-form-urlencoded, grant_type=a&grant_type=b",
        "application/x-www-form-urlencoded, '\u0000'",
        "application/json, '{'",
        "application/json, '[]'",
        "application/json, 'null'",
        "application/json, '{\"grant_type\": {}}'",
        "application/json, '{\"grant_type\": \"authorization_code\"}'",
        "text/plain, hello",
        "image/png, x"
    })
    void answersNonsenseWithASentence(String type, String body) {
        var request = given().auth()
                .preemptive()
                .basic(app.id, app.secret.orElseThrow())
                .contentType(type);

        var isForm = type.endsWith("urlencoded");
        var answer = (isForm ? request.body(body) : request.body(body.getBytes())).post("/oauth/token");

        answer.then().statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void wantsOneProofAndNotTwo() {
        var answer = given().auth()
                .preemptive()
                .basic(app.id, app.secret.orElseThrow())
                .contentType("application/x-www-form-urlencoded")
                .formParam("client_secret", app.secret.orElseThrow())
                .formParam("grant_type", "refresh_token")
                .post("/oauth/token");

        answer.then().statusCode(400).body("error", equalTo("invalid_request"));
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(400).body("error", equalTo("invalid_grant")).body("access_token", nullValue());
    }
}
