package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;

@QuarkusTest
class RegisteringItselfTest {

    private static final String A_SITE = """
            {"client_name": "A blog", "redirect_uris": ["https://blog.example/callback"], "scope": "flattr"}""";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    ForgetJob forgetJob;

    @ConfigProperty(name = "obolus.url")
    String issuer;

    @Test
    void givesASiteAnIdAndASecret() {
        var answer = register(A_SITE);

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("client_id", not(nullValue()))
                .body("client_secret", not(nullValue()))
                .body("client_secret_expires_at", equalTo(0))
                .body("client_name", equalTo("A blog"))
                .body("redirect_uris", contains("https://blog.example/callback"))
                .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
                .body("grant_types", contains("authorization_code", "refresh_token"))
                .body("response_types", contains("code"));
    }

    @Test
    void worksLikeAnyOther() {
        var answer = register(A_SITE);
        var bob = people.person("bob");
        var app = new AnApp(
                answer.path("client_id"), Optional.of(answer.path("client_secret")), "https://blog.example/callback");

        assertThat(AnApp.status(app.token(bob, "flattr"))).isEqualTo(200);
    }

    @Test
    void belongsToNobody() {
        var bob = people.person("bob");
        var id = register(A_SITE).path("client_id").toString();

        bob.browses().get("/apps/" + id).then().statusCode(404);
        assertThat(books.text("select owner_id::text from apps where id = ?::uuid", id))
                .isNull();
    }

    @Test
    void needsNoSecretWhereThereIsNoPlaceForOne() {
        var answer = register("""
                {"redirect_uris": ["http://127.0.0.1/done"], "token_endpoint_auth_method": "none"}""");

        answer.then().statusCode(201).body("client_secret", nullValue()).body("client_name", equalTo("127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"client_name\": \"A\"} | invalid_redirect_uri",
                "{\"redirect_uris\": []} | invalid_redirect_uri",
                "{\"redirect_uris\": \"https://a.example/\"} | invalid_redirect_uri",
                "{\"redirect_uris\": [7]} | invalid_redirect_uri",
                "{\"redirect_uris\": [\"http://a.example/\"]} | invalid_redirect_uri",
                "{\"redirect_uris\": [\"javascript:alert(1)\"]} | invalid_redirect_uri",
                "{\"redirect_uris\": [\"https://a.example/\\u0000\"]} | invalid_redirect_uri",
                "{\"redirect_uris\": [\"https://a.example/\"], \"client_name\": \"\\u0000\"} | invalid_client_metadata",
                "{\"redirect_uris\": [\"https://a.example/\"], \"token_endpoint_auth_method\": \"x\"}"
                        + " | invalid_client_metadata",
                "[] | invalid_request",
                "{ | invalid_request",
                "42 | invalid_request"
            })
    void isRefusedInASentence(String body, String error) {
        var answer = register(body);

        answer.then().statusCode(400).body("error", equalTo(error)).body("error_description", not(nullValue()));
    }

    @Test
    void isForgottenWhenNobodyAllowsIt() {
        var unused = register(A_SITE).path("client_id").toString();
        var answer = register(A_SITE);
        var used = new AnApp(
                answer.path("client_id"), Optional.of(answer.path("client_secret")), "https://blog.example/callback");
        used.token(people.person("bob"), "flattr");
        books.run("update apps set created_at = now() - interval '31 days' where owner_id is null");

        forgetJob.run().await().atMost(Duration.ofSeconds(10));

        assertThat(books.number("select count(*) from apps where id = ?::uuid", unused))
                .isZero();
        assertThat(books.number("select count(*) from apps where id = ?::uuid", used.id))
                .isEqualTo(1);
    }

    @Test
    void isForgottenAMonthAfterItsPeopleHaveEndedIt() {
        var longAgo = allowedAndEnded("40 days");
        var lately = allowedAndEnded("20 days");

        forgetJob.run().await().atMost(Duration.ofSeconds(10));

        assertThat(books.number("select count(*) from apps where id = ?::uuid", longAgo))
                .isZero();
        assertThat(books.number("select count(*) from apps where id = ?::uuid", lately))
                .isEqualTo(1);
    }

    @Test
    void findsItsWayByTheMetadata() {
        var metadata = given().get("/.well-known/oauth-authorization-server");

        metadata.then()
                .statusCode(200)
                .contentType("application/json")
                .body("issuer", equalTo(issuer))
                .body("authorization_endpoint", equalTo(issuer + "/oauth/authorize"))
                .body("token_endpoint", equalTo(issuer + "/oauth/token"))
                .body("revocation_endpoint", equalTo(issuer + "/oauth/revoke"))
                .body("introspection_endpoint", equalTo(issuer + "/oauth/introspect"))
                .body("registration_endpoint", equalTo(issuer + "/oauth/register"))
                .body("code_challenge_methods_supported", contains("S256"))
                .body("response_types_supported", contains("code"))
                .body("authorization_response_iss_parameter_supported", equalTo(true))
                .body("scopes_supported.join(' ')", containsString("flattr"))
                .body("scopes_supported.join(' ')", not(containsString("operator")));
    }

    private String allowedAndEnded(String ago) {
        var answer = register(A_SITE);
        var app = new AnApp(
                answer.path("client_id"), Optional.of(answer.path("client_secret")), "https://blog.example/callback");
        app.revokes(app.token(people.person("bob"), "flattr"));
        books.run("update apps set created_at = now() - interval '50 days' where id = ?::uuid", app.id);
        books.run("update grants set ended_at = now() - ?::interval where app_id = ?::uuid", ago, app.id);
        return app.id;
    }

    private static Response register(String body) {
        return given().contentType("application/json").body(body).post("/oauth/register");
    }
}
