package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
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
                .header("RateLimit", equalTo("\"token\";r=2;t=600"));
        alice.asks().get("/api/v1/nowhere").then().statusCode(404);
        alice.asks().body("{").post("/api/v1/things").then().statusCode(400).header("RateLimit", notNullValue());
        alice.asks().get("/api/v1/things/mine").then().header("RateLimit", equalTo("\"token\";r=0;t=1800"));
        alice.asks()
                .get("/api/v1/things/mine")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("600"))
                .header("RateLimit", equalTo("\"token\";r=0;t=600"))
                .body("type", equalTo("/problems/too_many_requests"))
                .body("retry_after", equalTo(600));
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
