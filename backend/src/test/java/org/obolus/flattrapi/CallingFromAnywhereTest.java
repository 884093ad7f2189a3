package org.obolus.flattrapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class CallingFromAnywhereTest {

    private static final String BASE = AnOldClient.BASE;

    @Inject
    People people;

    @Inject
    Books books;

    Person bob;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/things/0", "/user", "/things/1.xml", "/nothing"})
    void answersScriptsOfEverySite(String address) {
        given().header("Origin", "https://anywhere.example")
                .get(BASE + address)
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("X-RateLimit-Remaining"));
    }

    @Test
    void letsBrowsersAskBeforeTheySend() {
        given().header("Origin", "https://anywhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization")
                .options(BASE + "/things/1")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
    }

    @Test
    void flattrsFromAScriptOfAnotherSiteThatHasAToken() {
        var thing = books.thingOf(people.person("alice"));

        AnOldClient.of(bob)
                .header("Origin", "https://anywhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(200);
    }

    @Test
    void doesNothingForAScriptThatHasOnlyTheVisitorsCookie() {
        var thing = books.thingOf(people.person("alice"));

        given().cookie("obolus", bob.session())
                .header("Origin", "https://anywhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(403)
                .body("error", equalTo("forbidden"));
    }

    @Test
    void countsEveryCallOfATokenButTheOneThatAsks() {
        AnOldClient.of(bob).get(BASE + "/user").then().statusCode(200);
        var second = AnOldClient.of(bob).get(BASE + "/things/0");

        assertThat(second.header("X-RateLimit-Limit")).isEqualTo("1000");
        assertThat(second.header("X-RateLimit-Current")).isEqualTo("2");
        assertThat(second.header("X-RateLimit-Remaining")).isEqualTo("998");
        assertThat(Long.parseLong(second.header("X-RateLimit-Reset")))
                .isGreaterThan(Instant.now().getEpochSecond() - 60);
        AnOldClient.of(bob)
                .get(BASE + "/rate_limit")
                .then()
                .body("hourly_limit", equalTo(1000))
                .body("current_hits", equalTo(2))
                .body("remaining_hits", equalTo(998));
    }

    @Test
    void refusesMoreThanAThousandCallsAnHour() {
        for (int i = 0; i < 1000; i++) {
            AnOldClient.of(bob).get(BASE + "/categories").then().statusCode(200);
        }

        firstRefusal(bob)
                .then()
                .statusCode(403)
                .header("X-RateLimit-Remaining", "0")
                .body("error", equalTo("rate_limit_exceeded"));
        AnOldClient.of(people.person("carol")).get(BASE + "/user").then().statusCode(200);
    }

    /** One more comes back every few seconds. */
    private static Response firstRefusal(Person person) {
        return Stream.generate(() -> AnOldClient.of(person).get(BASE + "/categories"))
                .limit(100)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForTheScopeOfACall() {
        var thing = books.thingOf(people.person("alice"));
        var reads = bob.browses()
                .contentType("application/json")
                .accept("application/json")
                .body("{\"name\":\"reader\",\"scopes\":[\"extendedread\"]}")
                .post("/api/v1/tokens")
                .jsonPath()
                .getString("token");

        var answer = given().header("Authorization", "Bearer " + reads).post(BASE + "/things/" + thing + "/flattr");

        answer.then().statusCode(403).body("error", equalTo("insufficient_scope"));
        given().header("Authorization", "Bearer " + reads)
                .get(BASE + "/user")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer nonsense")
                .get(BASE + "/user")
                .then()
                .statusCode(401)
                .body("error", equalTo("unauthorized"));
    }
}
