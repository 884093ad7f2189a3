package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class FlattringOnTheFlattrPageTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person bob;
    String url;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        url = "https://unseen.example/" + System.nanoTime();
    }

    @Test
    void makesAThingOfThePageAndComesBackToIt() {
        books.means(bob, "5.00", "5.00");

        var answer = form(bob)
                .queryParam("title", "Not proven")
                .queryParam("popout", "1")
                .post("/submit/auto/flattr");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer))
                .startsWith("/submit/auto?url=https%3A%2F%2Funseen.example")
                .endsWith("&popout=1");
        assertThat(books.number("select count(*) from things where url = ? and title is null", url))
                .isEqualTo(1);
        page(bob).then().body(containsString("You flattred this."), containsString("· 1 flattr"));
    }

    @Test
    void countsASecondPressOnce() {
        books.means(bob, "5.00", "5.00");
        form(bob).post("/submit/auto/flattr");

        var again = form(bob).post("/submit/auto/flattr");

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isEqualTo(1);
    }

    @Test
    void canBeUndoneAsOftenAsSomebodyPresses() {
        books.means(bob, "5.00", "5.00");
        form(bob).post("/submit/auto/flattr");

        form(bob).post("/submit/auto/undo").then().statusCode(303);
        form(bob).post("/submit/auto/undo").then().statusCode(303);

        page(bob).then().body(containsString(">Flattr "));
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void setsABudgetInPlaceThenAsksForFundsThenIsDoneByTheTopUp() {
        page(bob).then().body(containsString("How much do you want to give each month?"));
        form(bob).formParam("amount", "5,00").post("/submit/auto/budget").then().statusCode(303);
        page(bob).then().body(containsString("There is nothing in your funds yet."));

        var led = form(bob).post("/submit/auto/top-up");
        books.topUp(bob, "5.00");

        led.then().statusCode(303).header("Location", containsString("/top-up?return_to=%2Fsubmit%2Fauto%3Furl%3D"));
        page(bob).then().body(containsString("You flattred this."));
    }

    @Test
    void keepsAWaitingClickWhileOnlyTheBudgetChanges() {
        books.means(bob, "5.00", "0.00");
        form(bob).post("/submit/auto/top-up");

        form(bob).formParam("amount", "6.00").post("/submit/auto/budget").then().statusCode(303);

        page(bob).then().body(containsString("Your click waits"));
    }

    @Test
    void resumesAPausedBudgetInPlace() {
        books.means(bob, "5.00", "5.00");
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());
        page(bob).then().body(containsString("Your budget is paused."));

        form(bob).post("/submit/auto/resume").then().statusCode(303);

        page(bob).then().body(containsString(">Flattr "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.99", "-5", "abc", "", "1e9", "99999999999999999999", "5.0000001", "<script>"})
    void saysBesideTheFieldWhyABudgetIsRefused(String amount) {
        var answer = form(bob).formParam("amount", amount).post("/submit/auto/budget");

        answer.then().statusCode(422).body(containsString("id=\"amount-error\""));
        assertThat(answer.asString()).doesNotContain("<script>");
    }

    @Test
    void saysWhyAFlattrWasRefused() {
        var carol = people.person("carol");
        var thing = books.thingOf(carol);
        url = books.urlOf(thing);
        books.means(carol, "5.00", "5.00");

        form(carol).post("/submit/auto/flattr").then().statusCode(409).body(containsString("this thing is yours"));
        form(bob).post("/submit/auto/flattr").then().statusCode(402).body(containsString("Set a monthly budget first"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flattr", "undo", "budget", "resume", "top-up"})
    void doesNothingForAFormThatIsNotOfTheSamePersonsPages(String verb) {
        books.means(bob, "5.00", "5.00");
        var stolen = people.person("carol").formToken();

        for (var token : List.of("", "x", stolen)) {
            bob.browses()
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("form", token)
                    .queryParam("url", url)
                    .post("/submit/auto/" + verb)
                    .then()
                    .statusCode(403)
                    .body(containsString("This page was too old, so nothing was done."));
        }
    }

    @Test
    void sendsWhoeverWasLoggedOutBackToThePage() {
        var answer = given().redirects()
                .follow(false)
                .accept("text/html")
                .queryParam("url", url)
                .contentType("application/x-www-form-urlencoded")
                .post("/submit/auto/flattr");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith("/submit/auto?url=");
        assertThat(books.number("select count(*) from things where url = ?", url))
                .isZero();
    }

    @Test
    void refusesAFormOfAnotherSite() {
        books.means(bob, "5.00", "5.00");

        given().cookie("obolus", bob.session())
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .queryParam("url", url)
                .post("/submit/auto/flattr")
                .then()
                .statusCode(403);

        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/things/1",
                "/things/1@evil.example",
                "/\\evil.example",
                "/things/1\r\nX: y",
                "/log-out"
            })
    void neverSendsAnybodyToAnotherSite(String returnTo) {
        books.means(bob, "5.00", "5.00");

        var answer = form(bob).formParam("return_to", returnTo).post("/submit/auto/flattr");

        assertThat(location(answer)).startsWith("/submit/auto?url=");
    }

    @Test
    void comesBackToThePageOfTheThing() {
        books.means(bob, "5.00", "5.00");

        var answer = form(bob).formParam("return_to", "/things/7").post("/submit/auto/flattr");

        assertThat(location(answer)).isEqualTo("/things/7");
    }

    private RequestSpecification form(Person supporter) {
        return supporter.forms().queryParam("url", url);
    }

    private Response page(Person viewer) {
        return viewer.browses().queryParam("url", url).get("/submit/auto");
    }

    private static String location(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
