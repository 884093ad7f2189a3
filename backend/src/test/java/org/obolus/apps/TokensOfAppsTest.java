package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;

@QuarkusTest
class TokensOfAppsTest {

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
    void sayWhatTheyAre() {
        var token = app.token(bob, "flattr").split("\\.");

        var header = JsonPath.from(decoded(token[0]));
        var claims = JsonPath.from(decoded(token[1]));

        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(claims.getString("aud")).isEqualTo("api");
        assertThat(claims.getString("client_id")).isEqualTo(app.id);
        assertThat(claims.getString("sub")).isEqualTo(Long.toString(bob.id()));
        assertThat(claims.getString("scope")).isEqualTo("flattr");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isBetween(3500L, 3600L);
        assertThat(books.number("select count(*) from grants where id = ?::uuid", claims.getString("jti")))
                .isEqualTo(1);
    }

    @Test
    void flattrForTheirPerson() {
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(alice);

        AnApp.with(app.token(bob, "flattr"))
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);

        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /api/v1/flattrs, 403",
        "flattr, /api/v1/flattrs, 200",
        "extendedread, /api/v1/flattrs, 200",
        "thing, /api/v1/flattrs, 403",
        "flattr, /api/v1/budget, 403",
        "budget:read, /api/v1/budget, 200",
        "budget:read, /api/v1/revenue, 403",
        "revenue:read, /api/v1/revenue, 200",
        "thing, /api/v1/things/mine, 200",
        "email, /api/v1/things/mine, 403"
    })
    void reachAsFarAsTheirPersonAllowed(String scope, String path, int status) {
        AnApp.with(app.token(bob, scope)).get(path).then().statusCode(status);
    }

    @Test
    void showTheAddressWithItsScopeOnly() {
        AnApp.with(app.token(bob, "email")).get("/api/v1/account").then().body("email", not(nullValue()));
        AnApp.with(app.token(bob, "flattr")).get("/api/v1/account").then().body("email", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1/log-ins"})
    void seeNeitherTokensNorLogIns(String path) {
        AnApp.with(app.token(bob, "extendedread")).get(path).then().statusCode(403);
    }

    @Test
    void touchNoWebHooks() {
        var token = app.token(bob, "thing extendedread");

        AnApp.with(token).get("/api/v1/hooks").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        AnApp.with(token)
                .body("{\"url\":\"https://hook.example/\",\"events\":[\"thing.flattred\"]}")
                .post("/api/v1/hooks")
                .then()
                .statusCode(403);
    }

    /** As a blog's program does that connects itself; nothing can be lost by that. */
    @Test
    void proveSitesAndGiveNoneUp() {
        var token = app.token(bob, "thing");
        var host = "proven" + System.nanoTime() + ".example";

        AnApp.with(token)
                .body(Map.of("host", host))
                .post("/api/v1/sites")
                .then()
                .statusCode(201)
                .body("state", equalTo("asked"));
        AnApp.with(token).post("/api/v1/sites/" + host + "/verification").then().statusCode(422);
        AnApp.with(token).post("/api/v1/sites/" + host + "/opt-out").then().statusCode(403);
        AnApp.with(token).delete("/api/v1/sites/" + host).then().statusCode(403);
    }

    @Test
    void proposeToGivePagesAwayAndConfirmNothing() {
        var host = "of-" + bob.username() + ".example";
        var anna = people.person("anna");
        books.siteOf(bob, host);
        var token = app.token(bob, "thing");

        var id = AnApp.with(token)
                .contentType("application/json")
                .body(Map.of("author", "anna", "username", anna.username()))
                .post("/api/v1/sites/{host}/assignments", host)
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .jsonPath()
                .getLong("id");

        anna.asks().get("/api/v1/assignments").then().body("items", empty());
        anna.asks().post("/api/v1/assignments/{id}/agreement", id).then().statusCode(404);
        AnApp.with(token)
                .post("/api/v1/sites/{host}/assignments/{id}/confirmation", host, id)
                .then()
                .statusCode(403);
        bob.asks()
                .post("/api/v1/sites/{host}/assignments/{id}/confirmation", host, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("asked"));
        AnApp.with(app.token(anna, "thing"))
                .post("/api/v1/assignments/{id}/agreement", id)
                .then()
                .statusCode(403);
        anna.asks().post("/api/v1/assignments/{id}/agreement", id).then().body("state", equalTo("in_force"));
    }

    @Test
    void changeNoBudgetAndNoPassword() {
        var token = app.token(bob, "flattr thing email extendedread budget:read revenue:read");

        AnApp.with(token)
                .body("{\"amount_micros\": 5000000}")
                .put("/api/v1/budget")
                .then()
                .statusCode(403);
        AnApp.with(token)
                .body("{\"old_password\": \"none\", \"new_password\": \"another-one-here\"}")
                .post("/api/v1/password")
                .then()
                .statusCode(403);
    }

    @Test
    void openNoPagesAndPassForNoLogIn() {
        var token = app.token(bob, "flattr");

        AnApp.with(token).accept("text/html").get("/dashboard").then().statusCode(401);
        given().cookie("obolus", token).get("/api/v1/account").then().statusCode(401);
        given().cookie("obolus", token)
                .accept("text/html")
                .get("/dashboard")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + token)
                .queryParam("url", "https://t.example/")
                .get("/button/state")
                .then()
                .statusCode(not(200));
    }

    @Test
    void endWithTheirRevocation() {
        var tokens = app.tokens(bob, "flattr");

        app.revokes(tokens.getString("access_token")).then().statusCode(200);

        assertThat(AnApp.status(tokens.getString("access_token"))).isEqualTo(401);
        app.refreshes(tokens.getString("refresh_token")).then().statusCode(400);
        app.revokes(tokens.getString("access_token")).then().statusCode(200);
    }

    @Test
    void endWithTheRevocationOfWhatRenewsThem() {
        var tokens = app.tokens(bob, "flattr");

        app.revokes(tokens.getString("refresh_token")).then().statusCode(200);

        assertThat(AnApp.status(tokens.getString("access_token"))).isEqualTo(401);
    }

    @Test
    void areRevokedByTheirOwnAppOnly() {
        var tokens = app.tokens(bob, "flattr");
        var other = AnApp.of(alice);

        other.revokes(tokens.getString("access_token")).then().statusCode(400).body("error", equalTo("invalid_grant"));
        other.revokes(tokens.getString("refresh_token")).then().statusCode(400);
        given().formParam("client_id", app.id)
                .formParam("token", tokens.getString("access_token"))
                .post("/oauth/revoke")
                .then()
                .statusCode(401);

        assertThat(AnApp.status(tokens.getString("access_token"))).isEqualTo(200);
    }

    @Test
    void areNothingToRevokeWhenTheyAreNone() {
        app.revokes("nonsense").then().statusCode(200);
        app.sends().post("/oauth/revoke").then().statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void areExplainedToTheirApp() {
        var tokens = app.tokens(bob, "thing flattr");

        app.introspects(tokens.getString("access_token"))
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("scope", equalTo("flattr thing"))
                .body("client_id", equalTo(app.id))
                .body("username", equalTo(bob.username()))
                .body("sub", equalTo(Long.toString(bob.id())))
                .body("token_type", equalTo("bearer"))
                .body("exp", not(nullValue()));
        app.introspects(tokens.getString("refresh_token")).then().body("active", equalTo(true));
    }

    @Test
    void areNotActiveForAnybodyElseOrAfterTheirEnd() {
        var tokens = app.tokens(bob, "flattr");
        var other = AnApp.of(alice);

        for (var token : new String[] {tokens.getString("access_token"), tokens.getString("refresh_token")}) {
            other.introspects(token)
                    .then()
                    .statusCode(200)
                    .body("active", equalTo(false))
                    .body("$", not(hasKey("username")));
        }
        app.introspects(bob.token()).then().body("active", equalTo(false));
        app.introspects(bob.session()).then().body("active", equalTo(false));
        app.revokes(tokens.getString("access_token"));
        app.introspects(tokens.getString("access_token")).then().body("active", equalTo(false));
        app.introspects(tokens.getString("refresh_token")).then().body("active", equalTo(false));
    }

    @Test
    void areExplainedOnlyToWhoeverHasASecret() {
        var phone = AnApp.withoutASecret(alice);

        phone.introspects(phone.token(bob, "flattr")).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void areBoundedInNumberForOnePerson() {
        var first = app.token(bob, "flattr");
        for (int device = 0; device < 20; device++) {
            app.token(bob, "flattr");
        }

        assertThat(books.number("select count(*) from grants where app_id = ?::uuid and ended_at is null", app.id))
                .isEqualTo(20);
        Eventually.holds("the oldest has ended", () -> AnApp.status(first) == 401);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
