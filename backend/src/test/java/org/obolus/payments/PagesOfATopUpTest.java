package org.obolus.payments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Person;

@QuarkusTest
class PagesOfATopUpTest {

    @Inject
    People people;

    private Person alice;

    @BeforeEach
    void meetAlice() {
        alice = people.person("alice");
    }

    @Test
    void leadFromAnAmountThroughTheCheckoutBackToWhereOneCameFrom() {
        var checkout = choose("10.00", "", "/things/7").header("Location");

        browser()
                .get(checkout)
                .then()
                .statusCode(200)
                .body(containsString("play money"))
                .body(containsString("€10.00"))
                .body(containsString("action=\"" + checkout + "/pay\""));
        browser().post(checkout + "/pay").then().statusCode(303).header("Location", "/things/7");

        alice.asks().get("/api/v1/budget").then().body(containsString("\"funds_micros\":10000000"));
    }

    @Test
    void preferTheAmountThatWasWritten() {
        var checkout = choose("10.00", "7,50", "/").header("Location");

        browser().get(checkout).then().body(containsString("€7.50"));
    }

    @Test
    void sayOnTheCheckoutHowItEnded() {
        var paid = choose("10.00", "", "/").header("Location");
        var canceled = choose("10.00", "", "/").header("Location");

        browser().post(paid + "/pay");
        browser().post(canceled + "/cancel");

        browser().get(paid).then().body(containsString("This is paid.")).body(not(containsString("/pay")));
        browser()
                .get(canceled)
                .then()
                .body(containsString("This was canceled."))
                .body(not(containsString("/pay")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.99      | Between 2.00 and 10000.00
            10000.01  | Between 2.00 and 10000.00
            5.001     | whole cents
            five      | Write the amount as a number
            <b>       | Write the amount as a number
            1e9       | Write the amount as a number
            -5        | Between 2.00 and 10000.00
            """)
    void showTheFormAgainWithWhatIsWrong(String written, String sentence) {
        var answer = choose("10.00", written, "/things/7");

        answer.then()
                .statusCode(422)
                .contentType(startsWith("text/html"))
                .body(containsString(sentence))
                .body(containsString("aria-invalid=\"true\""))
                .body(containsString("value=\"/things/7\""))
                .body(not(containsString("<b>")));
    }

    @Test
    void neverLeadToAnotherSite() {
        var checkout = choose("10.00", "", "//evil.example/").header("Location");

        browser().post(checkout + "/pay").then().header("Location", "/dashboard");
        browser()
                .queryParam("return_to", "https://evil.example/")
                .get("/top-up")
                .then()
                .body(not(containsString("evil")));
    }

    @Test
    void stayInTheSmallWindow() {
        browser().get("/top-up?popout=1").then().body(containsString("action=\"/top-up?popout=1\""));

        var checkout =
                form("10.00", "", "/things/7?popout=1").post("/top-up?popout=1").header("Location");

        assertThat(checkout).endsWith("?popout=1");
        browser().get(checkout).then().body(containsString("/pay?popout=1"));
    }

    @Test
    void askForTheBudgetOfWhoHasNone() {
        var first = browser().get("/top-up").asString();

        form("10.00", "", "/")
                .formParam("budget", "1.00")
                .post("/top-up")
                .then()
                .statusCode(422)
                .body(containsString("A budget is at least 2.00 a month."))
                .body(containsString("id=\"budget-error\""));
        form("10.00", "", "/")
                .formParam("budget", "6.00")
                .post("/top-up")
                .then()
                .statusCode(303);

        assertThat(first).contains("name=\"budget\"", "value=\"5.00\"");
        alice.asks().get("/api/v1/budget").then().body(containsString("\"amount_micros\":6000000"));
        browser().get("/top-up").then().body(not(containsString("name=\"budget\"")));
    }

    @Test
    void showTheFundsThatAreThere() {
        browser().get("/top-up").then().statusCode(200).body(containsString("nothing in your funds yet"));

        browser().post(choose("20.00", "", "/").header("Location") + "/pay");

        browser().get("/top-up").then().body(containsString("€20.00</data> is there now."));
    }

    @Test
    void askForALogInFirst() {
        given().accept("text/html")
                .get("/top-up")
                .then()
                .statusCode(401)
                .body(containsString("/log-in?next=%2Ftop-up"));
    }

    private Response choose(String chosen, String other, String returnTo) {
        return form(chosen, other, returnTo).post("/top-up");
    }

    private RequestSpecification form(String chosen, String other, String returnTo) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("amount", chosen)
                .formParam("other", other)
                .formParam("return_to", returnTo);
    }

    private RequestSpecification browser() {
        return alice.browses().redirects().follow(false);
    }
}
