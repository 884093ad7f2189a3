package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.BehindAProxy;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(BehindAProxy.class)
class ManyRegistrationsTest {

    @Test
    void areSlowedDownFromOneAddressOnly() {
        var statuses = IntStream.range(0, 21)
                .mapToObj(number -> register("192.0.2.77").statusCode())
                .toList();

        assertThat(statuses.subList(0, 20)).containsOnly(201);
        assertThat(statuses.get(20)).isEqualTo(429);
        register("192.0.2.78").then().statusCode(201);
    }

    private static Response register(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor)
                .contentType("application/json")
                .body("{\"redirect_uris\": [\"https://blog.example/callback\"]}")
                .post("/oauth/register");
    }
}
