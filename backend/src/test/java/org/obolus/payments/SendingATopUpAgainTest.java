package org.obolus.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Person;

@QuarkusTest
class SendingATopUpAgainTest {

    private static final String DEPOSITS = "/api/v1/deposits";

    @Inject
    People people;

    private Person alice;
    private String key;

    @BeforeEach
    void meetAlice() {
        alice = people.person("alice");
        key = UUID.randomUUID().toString();
    }

    @Test
    void answersAsTheFirstTime() {
        var first = start(alice, key, "{\"amount_micros\": 5000000}");

        var again = start(alice, key, "{ \"return_to\": null, \"amount_micros\": 5000000 }");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        alice.asks().get(DEPOSITS).then().body("items", hasSize(1));
    }

    @Test
    void refusesTheSameKeyForSomethingElse() {
        start(alice, key, "{\"amount_micros\": 5000000}");

        var other = start(alice, key, "{\"amount_micros\": 6000000}");

        other.then().statusCode(422).body("type", equalTo("/problems/idempotency_key_reused"));
        alice.asks().get(DEPOSITS).then().body("items", hasSize(1));
    }

    @Test
    void startsOneDepositHoweverOftenItIsSentAtOnce() {
        var answers = AtOnce.times(12, time -> start(alice, key, "{\"amount_micros\": 5000000}"));

        var started =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(started.stream().map(answer -> answer.path("id").toString()).collect(Collectors.toSet()))
                .hasSize(1);
        alice.asks().get(DEPOSITS).then().body("items", hasSize(1));
    }

    @Test
    void leavesTheKeyFreeAfterARefusal() {
        start(alice, key, "{\"amount_micros\": 1}").then().statusCode(422);

        start(alice, key, "{\"amount_micros\": 5000000}").then().statusCode(201);
    }

    @Test
    void keepsTheKeysOfPeopleApart() {
        var bob = people.person("bob");

        var started = List.of(alice, bob).stream()
                .map(person -> start(person, key, "{\"amount_micros\": 5000000}"))
                .toList();

        assertThat(started).extracting(Response::statusCode).containsOnly(201);
        assertThat(started).extracting(answer -> answer.path("id").toString()).doesNotHaveDuplicates();
    }

    @Test
    void startsAnotherDepositWithoutAKey() {
        alice.asks().body("{\"amount_micros\": 5000000}").post(DEPOSITS);
        alice.asks().body("{\"amount_micros\": 5000000}").post(DEPOSITS);

        alice.asks().get(DEPOSITS).then().body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "schlüssel"})
    void refusesKeysThatAreNone(String broken) {
        start(alice, broken, "{\"amount_micros\": 5000000}").then().statusCode(400);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        start(alice, "k".repeat(255), "{\"amount_micros\": 5000000}").then().statusCode(201);
        start(alice, "k".repeat(256), "{\"amount_micros\": 5000000}").then().statusCode(400);
    }

    private static Response start(Person person, String key, String body) {
        return person.asks().header("Idempotency-Key", key).body(body).post(DEPOSITS);
    }
}
