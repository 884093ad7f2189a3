package org.obolus.budgets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Person;

@QuarkusTest
class SettingABudgetTest {

    private static final String BUDGET = "/api/v1/budget";

    @Inject
    People people;

    private Person alice;

    @BeforeEach
    void meetAlice() {
        alice = people.person("alice");
    }

    @Test
    void startsWithNone() {
        var answer = alice.asks().get(BUDGET);

        answer.then()
                .statusCode(200)
                .body("amount_micros", nullValue())
                .body("paused", equalTo(false))
                .body("funds_micros", equalTo(0))
                .body("has_means", equalTo(false));
    }

    @Test
    void keepsWhatWasSetLast() {
        setTo("5000000").then().statusCode(200).body("amount_micros", equalTo(5_000_000));

        setTo("2000001").then().statusCode(200);

        alice.asks().get(BUDGET).then().body("amount_micros", equalTo(2_000_001));
    }

    @Test
    void pausesAndResumesAsOftenAsAsked() {
        setTo("5000000");

        alice.asks().post(BUDGET + "/pause").then().statusCode(200).body("paused", equalTo(true));
        alice.asks().post(BUDGET + "/pause").then().statusCode(200).body("paused", equalTo(true));
        alice.asks().post(BUDGET + "/resume").then().statusCode(200).body("paused", equalTo(false));
        alice.asks().post(BUDGET + "/resume").then().statusCode(200).body("paused", equalTo(false));
    }

    @Test
    void staysPausedWhenItsAmountChanges() {
        setTo("5000000");
        alice.asks().post(BUDGET + "/pause");

        setTo("6000000").then().body("paused", equalTo(true)).body("amount_micros", equalTo(6_000_000));
    }

    @Test
    void cannotBePausedBeforeItIsThere() {
        alice.asks()
                .post(BUDGET + "/pause")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no_budget"))
                .body("detail", containsString("Set one first"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
            0,                                422, budget_too_small, at least 2.00
            1999999,                          422, budget_too_small, at least 2.00
            -5000000,                         422, budget_too_small, at least 2.00
            100000000001,                     422, amount_refused,   at most 100000.00
            9223372036854775807,              422, amount_refused,   at most 100000.00
            1000000000000000000000000000000,  422, invalid,          amount_micros
            5000000.5,                        422, invalid,          whole number of millionths
            5e6,                              422, invalid,          whole number of millionths
            "5000000",                        422, invalid,          whole number of millionths
            true,                             422, invalid,          whole number of millionths
            {},                               422, invalid,          whole number of millionths
            [],                               422, invalid,          whole number of millionths
            null,                             422, invalid,          amount_micros
            """)
    void refusesWhatCannotBeABudget(String amount, int status, String type, String sentence) {
        var answer = setTo(amount);

        answer.then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type))
                .body("detail", containsString(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"null", "[]", "5000000", "{", "`{\"amount_micros\":`", "``"})
    void refusesABodyThatIsNoObject(String body) {
        var answer = alice.asks().body(body).put(BUDGET);

        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void isRefusedToNobody() {
        given().contentType("application/json")
                .body("{\"amount_micros\": 5000000}")
                .put(BUDGET)
                .then()
                .statusCode(401);
    }

    private Response setTo(String amount) {
        return alice.asks().body("{\"amount_micros\": " + amount + "}").put(BUDGET);
    }
}
