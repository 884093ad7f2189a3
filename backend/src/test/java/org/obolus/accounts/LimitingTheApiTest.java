package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(FewRequests.class)
class LimitingTheApiTest {

    /** In seconds, less those that have gone by since the first request. */
    private static final String TEN_MINUTES = "(600|5\\d\\d)";

    @Inject
    People people;

    @Test
    void saysHowMuchIsLeftAndRefusesWhatIsTooMuch() {
        var alice = people.person("alice");

        alice.asks()
                .get("/api/v1/things/mine")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"token\";q=3;w=1800"))
                .header("RateLimit", matchesPattern("\"token\";r=2;t=" + TEN_MINUTES));
        alice.asks().get("/api/v1/nowhere").then().statusCode(404);
        alice.asks().body("{").post("/api/v1/things").then().statusCode(400).header("RateLimit", notNullValue());
        alice.asks()
                .get("/api/v1/things/mine")
                .then()
                .header("RateLimit", matchesPattern("\"token\";r=0;t=(1800|17\\d\\d)"));
        alice.asks()
                .get("/api/v1/things/mine")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern(TEN_MINUTES))
                .header("RateLimit", matchesPattern("\"token\";r=0;t=" + TEN_MINUTES))
                .body("type", equalTo("/problems/too_many_requests"))
                .body("retry_after", both(greaterThan(500)).and(lessThanOrEqualTo(600)));
    }

    @Test
    void countsEachTokenForItself() {
        var bob = people.person("bob");
        var carol = people.person("carol");
        for (int n = 0; n < 4; n++) {
            bob.asks().get("/api/v1/things/mine");
        }

        bob.asks().get("/api/v1/things/mine").then().statusCode(429);
        carol.asks().get("/api/v1/things/mine").then().statusCode(200);
    }

    @Test
    void countsWhoeverHasNoTokenByAddressAndLeavesPagesAndCountsAlone() {
        for (int n = 0; n < 2; n++) {
            given().get("/api/v1/categories").then().statusCode(200);
        }

        given().get("/api/v1/categories").then().statusCode(429);
        given().header("Authorization", "Bearer nonsense")
                .get("/api/v1/categories")
                .then()
                .statusCode(429);
        given().get("/").then().statusCode(200).header("RateLimit", nullValue());
        given().get("/api/v1/things/1/count").then().statusCode(200);
    }
}
