package org.obolus.payments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.budgets.GainsOfATest;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Person;

@QuarkusTest
class ToppingUpTest {

    private static final String DEPOSITS = "/api/v1/deposits";

    @Inject
    People people;

    @Inject
    TopUps topUps;

    @Inject
    GainsOfATest gains;

    private Person alice;

    @BeforeEach
    void meetAlice() {
        alice = people.person("alice");
    }

    @Test
    void booksPaidMoneyIntoTheFunds() {
        var started = start(5_000_000);
        started.then()
                .statusCode(201)
                .body("state", equalTo("started"))
                .body("amount_micros", equalTo(5_000_000))
                .body("checkout_url", containsString("/play/checkout/"));

        pay(started).then().statusCode(303).header("Location", endsWith("/dashboard"));

        assertThat(fundsOf(alice)).isEqualTo(5_000_000);
        assertThat(stateOf(started)).isEqualTo("paid");
    }

    @Test
    void booksNothingBeforeItIsPaid() {
        start(5_000_000);

        assertThat(fundsOf(alice)).isZero();
    }

    @Test
    void booksOnceWhatIsPaidManyTimesAtOnce() {
        var started = start(5_000_000);

        var answers = AtOnce.times(12, time -> pay(started).statusCode());

        assertThat(answers).containsOnly(303);
        assertThat(fundsOf(alice)).isEqualTo(5_000_000);
    }

    @Test
    void booksNothingWhenCanceled() {
        var started = start(5_000_000);

        cancel(started).then().statusCode(303);
        pay(started).then().statusCode(303);

        assertThat(stateOf(started)).isEqualTo("canceled");
        assertThat(fundsOf(alice)).isZero();
    }

    @Test
    void staysPaidWhenItIsCanceledAfterwards() {
        var started = start(5_000_000);

        pay(started);
        cancel(started).then().statusCode(303);

        assertThat(stateOf(started)).isEqualTo("paid");
        assertThat(fundsOf(alice)).isEqualTo(5_000_000);
    }

    @Test
    void isDecidedOnceByWhoeverIsFirst() {
        var started = start(5_000_000);

        AtOnce.times(8, time -> time % 2 == 0 ? pay(started) : cancel(started));

        assertThat(fundsOf(alice)).isEqualTo("paid".equals(stateOf(started)) ? 5_000_000 : 0);
    }

    @Test
    void tellsWhatWaitedForItInTheSameTransaction() {
        alice.asks().body("{\"amount_micros\": 5000000}").put("/api/v1/budget");

        topUps.of(alice, "4.00");

        assertThat(gains.fundsSeenOf(alice.id())).isEqualTo(4_000_000);
    }

    @Test
    void countsEachOfManyTopUpsAtOnce() {
        AtOnce.times(10, time -> {
            topUps.of(alice, "2.50");
            return time;
        });

        assertThat(fundsOf(alice)).isEqualTo(25_000_000);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(textBlock = """
            0,                                422, amount_refused, Between 2.00 and 10000.00
            1990000,                          422, amount_refused, Between 2.00 and 10000.00
            -5000000,                         422, amount_refused, Between 2.00 and 10000.00
            10000010000,                      422, amount_refused, Between 2.00 and 10000.00
            9223372036854775807,              422, amount_refused, Between 2.00 and 10000.00
            5000001,                          422, amount_refused, whole cents
            1000000000000000000000000000000,  422, invalid,        amount_micros
            5000000.5,                        422, invalid,        whole number of millionths
            "5000000",                        422, invalid,        whole number of millionths
            null,                             422, invalid,        amount_micros
            """)
    void refusesAmountsThatCannotBePaid(String amount, int status, String type, String sentence) {
        var answer = start("{\"amount_micros\": " + amount + "}");

        answer.then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type))
                .body("detail", containsString(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\\\evil.example",
                "/\\tevil",
                "javascript:alert(1)",
                "dashboard",
                ""
            })
    void refusesToSendPeopleToOtherSites(String address) {
        var answer = start("{\"amount_micros\": 5000000, \"return_to\": \"" + address + "\"}");

        answer.then().statusCode(422).body("field", equalTo("return_to"));
    }

    @Test
    void sendsPeopleBackToWhereTheyCameFrom() {
        var started = start("{\"amount_micros\": 5000000, \"return_to\": \"/submit/auto?url=https://blog.example/a\"}");

        pay(started).then().header("Location", endsWith("/submit/auto?url=https://blog.example/a"));
    }

    @Test
    void showsOnlyOwnDeposits() {
        var bob = people.person("bob");
        var id = start(5_000_000).path("id").toString();

        bob.asks().get(DEPOSITS + "/" + id).then().statusCode(404);
        bob.asks().get(DEPOSITS).then().body("items", hasSize(0));
    }

    @Test
    void listsTheLatestFirstPageByPage() {
        start(3_000_000);
        start(4_000_000);
        start(5_000_000);

        var first = alice.asks().get(DEPOSITS + "?limit=2");
        var second = alice.asks().urlEncodingEnabled(false).get(nextOf(first));

        first.then().body("items.amount_micros", equalTo(List.of(5_000_000, 4_000_000)));
        second.then().body("items.amount_micros", equalTo(List.of(3_000_000)));
        assertThat(nextOf(second)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=x", "cursor=bm9wZQ"})
    void refusesPagesThatDoNotExist(String query) {
        alice.asks().get(DEPOSITS + "?" + query).then().statusCode(422);
    }

    @Test
    void appearsInTheHistoryOfTheFunds() {
        topUps.of(alice, "3.00");
        topUps.of(alice, "4.00");

        var first = alice.asks().get("/api/v1/funds/history?limit=1");
        var second = alice.asks().urlEncodingEnabled(false).get(nextOf(first));

        first.then()
                .body("items[0].amount_micros", equalTo(4_000_000))
                .body("items[0].direction", equalTo("in"))
                .body("items[0].counterpart", equalTo("gateway:play"));
        second.then().body("items.amount_micros", equalTo(List.of(3_000_000)));
        assertThat(nextOf(second)).isNull();
    }

    @Test
    void refusesACursorThatWasNotGivenOut() {
        alice.asks().get("/api/v1/funds/history?cursor=bm9wZQ").then().statusCode(422);
    }

    @Test
    void knowsNoCheckoutThatNobodyStarted() {
        given().post("/play/checkout/nothing/pay").then().statusCode(404);
    }

    /** Where the next page is; null on the last. */
    private static String nextOf(Response page) {
        return page.headers().getValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst()
                .orElse(null);
    }

    private Response start(long micros) {
        return start("{\"amount_micros\": " + micros + "}");
    }

    /** What it answers is read here, for several may look into it at once. */
    private Response start(String body) {
        var started = alice.asks().body(body).post(DEPOSITS);
        started.asString();
        return started;
    }

    private static Response pay(Response started) {
        return given().redirects().follow(false).post(checkout(started) + "/pay");
    }

    private static Response cancel(Response started) {
        return given().redirects().follow(false).post(checkout(started) + "/cancel");
    }

    private static String checkout(Response started) {
        return URI.create(started.path("checkout_url")).getPath();
    }

    private String stateOf(Response started) {
        return alice.asks().get(DEPOSITS + "/" + started.path("id")).path("state");
    }

    private static int fundsOf(Person person) {
        return person.asks().get("/api/v1/budget").path("funds_micros");
    }
}
