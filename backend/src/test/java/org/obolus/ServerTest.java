package org.obolus;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ServerTest {

    @Test
    void saysInAProblemThatAnAddressIsUnknown() {
        given().when().get("/api/v1/nothing-here").then().statusCode(404).body("type", equalTo("/problems/not_found"));
    }

    @Test
    void isHealthyWhenItsDatabaseIs() {
        given().when().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }
}
