package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;

/** A script on a page of another site, as browsers let it ask. */
@QuarkusTest
class AnAppInABrowserTest {

    @Inject
    People people;

    @Test
    void readsWhereEverythingIs() {
        asksAsAScript()
                .get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"));
    }

    @Test
    void exchangesItsCodeAndEndsItsToken() {
        var bob = people.person("bob");
        var app = AnApp.withoutASecret(people.person("alice"));

        var answer = asksAsAScript()
                .contentType("application/x-www-form-urlencoded")
                .formParam("client_id", app.id)
                .formParam("grant_type", "authorization_code")
                .formParam("code", app.code(bob, "flattr"))
                .formParam("redirect_uri", app.redirect)
                .formParam("code_verifier", app.verifier)
                .post("/oauth/token");

        answer.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", nullValue());
        asksAsAScript()
                .contentType("application/x-www-form-urlencoded")
                .formParam("client_id", app.id)
                .formParam("token", answer.path("access_token").toString())
                .post("/oauth/revoke")
                .then()
                .statusCode(200);
        assertThat(AnApp.status(answer.path("access_token"))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/revoke"})
    void mayReadWhyItIsRefused(String path) {
        asksAsAScript()
                .contentType("application/x-www-form-urlencoded")
                .post(path)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("error", equalTo("invalid_client"));
        asksAsAScript()
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", equalTo("POST"))
                .header("Access-Control-Allow-Headers", equalTo("Accept, Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/introspect", "/oauth/register", "/oauth/authorize"})
    void findsNothingElseOpen(String path) {
        asksAsAScript()
                .contentType("application/x-www-form-urlencoded")
                .post(path)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void isNotBelievedWithTheCookiesOfItsVisitor() {
        asksAsAScript()
                .cookie("obolus", people.person("bob").session())
                .contentType("application/x-www-form-urlencoded")
                .post("/oauth/token")
                .then()
                .statusCode(403);
    }

    private static RequestSpecification asksAsAScript() {
        return given().header("Origin", "https://app.example").header("Sec-Fetch-Site", "cross-site");
    }
}
