package org.obolus.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class ChangingFundsOrBudgetTest {

    private static final String BUDGET = "/api/v1/budget";

    @Inject
    People people;

    @Inject
    PotsOfATest pots;

    @Inject
    GainsOfATest gains;

    @Inject
    Books books;

    private Person alice;

    @BeforeEach
    void meetAlice() {
        alice = people.person("alice");
    }

    @Test
    void movesThePotThatWaitsFirst() {
        pots.comeDue(alice.id(), 1);

        setBudget().then().statusCode(200).body("amount_micros", equalTo(5_000_000));

        assertThat(pots.areDue(alice.id())).isFalse();
    }

    @Test
    void movesAgainWhenAMonthEndsMeanwhile() {
        pots.comeDue(alice.id(), 3);

        setBudget().then().statusCode(200);

        assertThat(pots.areDue(alice.id())).isFalse();
    }

    @Test
    void changesNothingWhilePotsKeepComingDue() {
        pots.comeDue(alice.id(), 100);

        setBudget()
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/pots_moving"))
                .header("Retry-After", "1");

        alice.asks().get(BUDGET).then().body("amount_micros", nullValue());
    }

    @Test
    void tellsWhatWaitedWhenABudgetIsSetAndThereAreFunds() {
        books.deposit(alice, "3.00");
        assertThat(gains.fundsSeenOf(alice.id())).isNull();

        setBudget().then().statusCode(200);

        assertThat(gains.fundsSeenOf(alice.id())).isEqualTo(3_000_000);
    }

    @Test
    void tellsWhatWaitedWhenTheBudgetIsResumed() {
        setBudget();
        alice.asks().post(BUDGET + "/pause");
        books.deposit(alice, "3.00");

        alice.asks().post(BUDGET + "/resume").then().statusCode(200).body("has_means", equalTo(true));

        assertThat(gains.fundsSeenOf(alice.id())).isEqualTo(3_000_000);
    }

    @Test
    void tellsNothingWhileMeansAreMissing() {
        setBudget().then().statusCode(200);
        alice.asks().post(BUDGET + "/pause");
        books.deposit(alice, "3.00");
        setBudget().then().statusCode(200);

        assertThat(gains.fundsSeenOf(alice.id())).isNull();
    }

    private Response setBudget() {
        return alice.asks().body("{\"amount_micros\": 5000000}").put(BUDGET);
    }
}
