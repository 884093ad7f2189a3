package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FewTokenRequests.class)
class ManyTokenRequestsTest {

    /** Others than a moment ago: what they did is remembered for a minute. */
    private static final String ADDRESSES = "10.%d.%d."
            .formatted(
                    ThreadLocalRandom.current().nextInt(256),
                    ThreadLocalRandom.current().nextInt(256));

    @ParameterizedTest
    @ValueSource(strings = {"token", "introspect", "revoke", "register"})
    void areSlowedDownFromOneAddressOnly(String endpoint) {
        var here = ADDRESSES + (100 + endpoint.length());
        var answers =
                IntStream.range(0, 8).mapToObj(number -> sent(endpoint, here)).toList();

        assertThat(answers.subList(0, 4)).extracting(Response::statusCode).doesNotContain(429);
        answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .contentType("application/json")
                .header("Retry-After", matchesPattern("1?\\d"))
                .header("Cache-Control", "no-store")
                .body("error", equalTo("too_many_requests"))
                .body("error_description", containsString("Try again in"))
                .body("error_uri", endsWith("/problems/too_many_requests"));
        assertThat(sent(endpoint, ADDRESSES + (200 + endpoint.length())).statusCode())
                .isNotEqualTo(429);
    }

    @Test
    void ofOneAppAreSlowedDownWhereverItIs() {
        var app = registered(10);
        var other = registered(11);

        var statuses = IntStream.range(0, 10)
                .mapToObj(number -> introspects(app, number).statusCode())
                .toList();

        assertThat(statuses).startsWith(200, 200, 200, 200, 200, 200).contains(429);
        introspects(other, 15).then().statusCode(200);
    }

    @Test
    void ofAnAppThatProvesItselfUseNothingUpOfItsAddress() {
        var app = registered(13);

        var statuses = IntStream.range(0, 6)
                .mapToObj(number -> introspects(app, 40).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
    }

    @Test
    void useNothingUpOfAnAppThatTheyDoNotProveToBe() {
        var app = registered(12);

        IntStream.range(0, 8)
                .forEach(number -> from(20 + number)
                        .formParams(Map.of("client_id", app.id, "client_secret", "guessed", "token", "x"))
                        .post("/oauth/introspect")
                        .then()
                        .statusCode(401));

        introspects(app, 30).then().statusCode(200);
    }

    private static AnApp registered(int place) {
        var answer = given().header("X-Forwarded-For", ADDRESSES + place)
                .contentType("application/json")
                .body("{\"redirect_uris\": [\"" + AnApp.REDIRECT + "\"]}")
                .post("/oauth/register");
        return new AnApp(answer.path("client_id"), Optional.of(answer.path("client_secret")), AnApp.REDIRECT);
    }

    private static Response introspects(AnApp app, int place) {
        return from(place)
                .formParams(Map.of("client_id", app.id, "client_secret", app.secret.orElseThrow(), "token", "x"))
                .post("/oauth/introspect");
    }

    private static RequestSpecification from(int place) {
        return given().header("X-Forwarded-For", ADDRESSES + place).contentType("application/x-www-form-urlencoded");
    }

    private static Response sent(String endpoint, String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor)
                .contentType("application/json")
                .body("{}")
                .post("/oauth/" + endpoint);
    }
}
