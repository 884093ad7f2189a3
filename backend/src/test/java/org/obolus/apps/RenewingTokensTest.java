package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.web.Secret;

@QuarkusTest
class RenewingTokensTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    AnApp app;
    JsonPath first;

    @BeforeEach
    void allow() {
        alice = people.person("alice");
        bob = people.person("bob");
        app = AnApp.of(alice);
        first = app.tokens(bob, "flattr thing");
    }

    @Test
    void givesOthersEachTime() {
        var second = renewed(first);
        var third = renewed(second);

        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        assertThat(third.getString("refresh_token")).isNotEqualTo(second.getString("refresh_token"));
        assertThat(third.getString("scope")).isEqualTo("flattr thing");
        assertThat(AnApp.status(third.getString("access_token"))).isEqualTo(200);
    }

    @Test
    void endsEverythingWhenOneComesTwice() {
        var second = renewed(first);

        isRefused(app.refreshes(first.getString("refresh_token")));

        isRefused(app.refreshes(second.getString("refresh_token")));
        assertThat(AnApp.status(first.getString("access_token"))).isEqualTo(401);
        assertThat(AnApp.status(second.getString("access_token"))).isEqualTo(401);
    }

    @Test
    void toleratesNoTwoAtOnce() {
        var statuses = AtOnce.times(
                4, number -> app.refreshes(first.getString("refresh_token")).statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(books.number("select count(*) from grants where app_id = ?::uuid and ended_at is null", app.id))
                .isZero();
    }

    @Test
    void leavesOtherDevicesOfThePersonAlone() {
        var other = app.tokens(bob, "flattr");
        renewed(first);

        isRefused(app.refreshes(first.getString("refresh_token")));

        assertThat(AnApp.status(other.getString("access_token"))).isEqualTo(200);
        renewed(other);
    }

    @Test
    void isRefusedForAnotherApp() {
        var thief = AnApp.of(alice);

        isRefused(thief.refreshes(first.getString("refresh_token")));

        renewed(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing flattr email", "email", "revenue:read"})
    void neverGivesMoreThanThePersonAllowed(String scope) {
        var answer = refreshes(scope);

        answer.then().statusCode(400).body("error", equalTo("invalid_scope"));
        renewed(first);
    }

    @Test
    void givesLessWhenLessIsAskedForAndAllAgainAfterwards() {
        var less = refreshes("thing").then().statusCode(200).extract().jsonPath();

        assertThat(less.getString("scope")).isEqualTo("thing");
        AnApp.with(less.getString("access_token"))
                .body("{\"thing\": 1}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(403);
        assertThat(renewed(less).getString("scope")).isEqualTo("flattr thing");
    }

    @Test
    void isOverWithTheGrant() {
        books.run("update grants set expires_at = now() where app_id = ?::uuid", app.id);

        isRefused(app.refreshes(first.getString("refresh_token")));
    }

    @Test
    void isOverWhenThePersonChoosesAnotherPassword() {
        books.run("update grants set ended_at = now() where app_id = ?::uuid", app.id);

        isRefused(app.refreshes(first.getString("refresh_token")));
    }

    @Test
    void goesOnForAsLongAsItIsUsed() {
        books.run("update grants set expires_at = now() + interval '1 day' where app_id = ?::uuid", app.id);

        renewed(first);

        assertThat(books.number(
                        "select count(*) from grants where app_id = ?::uuid and expires_at > now() + interval '179 days'",
                        app.id))
                .isEqualTo(1);
    }

    @Test
    void knowsOnlyItsOwn() {
        isRefused(app.refreshes("nonsense"));
        isRefused(app.refreshes(UUID.randomUUID() + "." + Secret.random().written()));
        isRefused(app.refreshes(first.getString("access_token")));
    }

    private JsonPath renewed(JsonPath before) {
        return app.refreshes(before.getString("refresh_token"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response refreshes(String scope) {
        return app.sends()
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", first.getString("refresh_token"))
                .formParam("scope", scope)
                .post("/oauth/token");
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(400).body("error", equalTo("invalid_grant"));
    }
}
