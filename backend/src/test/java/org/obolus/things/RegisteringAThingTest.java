package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisteringAThingTest {

    @Inject
    People people;

    @Test
    void makesOneThingOfTwelveRegistrationsAtOnce() {
        var alice = people.person("alice");

        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> alice.asks()
                        .body("{\"url\": \"https://at-once.example/post\"}")
                        .post("/api/v1/things"))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.statusCode())
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getLong("id"))
                .containsOnly(answers.get(0).jsonPath().getLong("id"));
    }

    @Test
    void givesAStrangerNothing() {
        var alice = people.person("alice");

        alice.asks()
                .body("{\"url\": \"https://stranger.example/post\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("owned", equalTo(false))
                .body("owner", equalTo(null))
                .body("identity", equalTo("site:stranger.example"));
    }
}
