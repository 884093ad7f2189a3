package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PersonalTokensTest {

    @Inject
    Mailbox mailbox;

    @Inject
    People people;

    private String session;

    @BeforeEach
    void logIn() {
        session = Newcomer.named("alice").settledIn(mailbox).session();
    }

    @Test
    void actForTheirOwner() {
        var token = made("my script", "\"flattr\", \"email\"").path("token").toString();

        var me = given().header("Authorization", "bearer " + token).get("/api/v1/account");

        me.then().statusCode(200).body("email", not(nullValue()));
    }

    @Test
    void areShownOnce() {
        made("my script", "\"thing\", \"flattr\"");

        var listed = Newcomer.browser(session).get("/api/v1/tokens");

        listed.then()
                .body("name", contains("my script"))
                .body("[0].scopes", contains("flattr", "thing"))
                .body("[0].token", nullValue());
    }

    @Test
    void endAtOnce() {
        var made = made("my script", "\"flattr\"");

        Newcomer.browser(session)
                .delete("/api/v1/tokens/" + made.path("id"))
                .then()
                .statusCode(204);

        given().header("Authorization", "Bearer " + made.path("token"))
                .get("/api/v1/account")
                .then()
                .statusCode(401);
        Newcomer.browser(session)
                .delete("/api/v1/tokens/" + made.path("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void doNotShowTheAddressWithoutItsScope() {
        var token = made("my script", "\"flattr\"").path("token").toString();

        var me = given().header("Authorization", "Bearer " + token).get("/api/v1/account");

        me.then().statusCode(200).body("email", nullValue());
    }

    @Test
    void doNotReachFurtherThanTheirScopes() {
        var token = made("my script", "\"flattr\"").path("token").toString();

        var refused = given().header("Authorization", "Bearer " + token).get("/api/v1/budget");

        refused.then()
                .statusCode(403)
                .body("type", equalTo("/problems/insufficient_scope"))
                .body("scope", equalTo("budget:read"));
    }

    @Test
    void neitherGiveUpNorOptOutASiteWithTheScopeForThings() {
        var token = made("my script", "\"thing\"").path("token").toString();

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/sites")
                .then()
                .statusCode(200);
        for (var method : List.of(Method.POST, Method.DELETE)) {
            needsTheScopeForSites(token, method, "/api/v1/sites/blog.example/opt-out");
        }
        needsTheScopeForSites(token, Method.DELETE, "/api/v1/sites/blog.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard/flattrs", "/dashboard/sites", "/top-up"})
    void openNoPages(String address) {
        var token = people.person("bob");

        token.asks().accept("text/html").get(address).then().statusCode(401);
        token.browses().get(address).then().statusCode(200);
    }

    @Test
    void areNobodyOnThePagesThatEverybodyMayOpen() {
        var token = people.person("bob");

        var page = token.asks().accept("text/html").get("/submit/auto?url=https://blog.example/1");

        page.then().statusCode(200).body(not(containsString(token.username())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"budget", "resume"})
    void sendNoFormsOfPages(String form) {
        var token = people.person("bob");

        given().header("Authorization", "Bearer " + token.token())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("amount", "5.00")
                .post("/submit/auto/" + form + "?url=https://blog.example/1")
                .then()
                .statusCode(303);

        token.asks().get("/api/v1/budget").then().body("amount_micros", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/flattrs", "/api/v1/things/mine", "/api/v1/sites"})
    void readWhatIsTheirOwnersWithExtendedRead(String address) {
        var reads = made("my script", "\"extendedread\"").path("token").toString();
        var neither = made("my script", "\"email\"").path("token").toString();

        given().header("Authorization", "Bearer " + reads).get(address).then().statusCode(200);
        given().header("Authorization", "Bearer " + neither).get(address).then().statusCode(403);
    }

    @Test
    void changeNothingWithExtendedRead() {
        var reads = made("my script", "\"extendedread\"").path("token").toString();

        given().header("Authorization", "Bearer " + reads)
                .contentType("application/json")
                .body("{\"thing\": 1}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1/log-ins"})
    void doNotSeeOtherTokens(String address) {
        var token = people.person("bob");

        token.asks().get(address).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void doNotMakeOtherTokens() {
        var token = people.person("bob");

        var refused = token.asks()
                .body("{\"name\": \"more\", \"scopes\": [\"flattr\"]}")
                .post("/api/v1/tokens");

        refused.then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"x\"}",
                "{\"name\": \"x\", \"scopes\": []}",
                "{\"name\": \"x\", \"scopes\": [null]}",
                "{\"name\": \"x\", \"scopes\": [\"everything\"]}",
                "{\"name\": \"\", \"scopes\": [\"flattr\"]}",
                "{\"scopes\": [\"flattr\"]}",
                "{\"name\": \"a\\u0000b\", \"scopes\": [\"flattr\"]}"
            })
    void needANameAndKnownScopes(String body) {
        var answer = Newcomer.browser(session).body(body).post("/api/v1/tokens");

        answer.then().statusCode(422).body("type", equalTo("/problems/invalid"));
    }

    private static void needsTheScopeForSites(String token, Method method, String address) {
        given().header("Authorization", "Bearer " + token)
                .request(method, address)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/insufficient_scope"))
                .body("scope", equalTo("site"));
    }

    private Response made(String name, String scopes) {
        var answer = Newcomer.browser(session)
                .body("{\"name\": \"%s\", \"scopes\": [%s]}".formatted(name, scopes))
                .post("/api/v1/tokens");
        answer.then().statusCode(201);
        return answer;
    }
}
