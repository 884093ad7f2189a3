package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingAtTheDashboardTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
    }

    @Test
    void isForWhoeverIsLoggedIn() {
        given().accept("text/html")
                .get("/dashboard")
                .then()
                .statusCode(401)
                .body(containsString("/log-in?next=%2Fdashboard"));
    }

    @Test
    void beginsByAskingForABudget() {
        assertThat(text(page("/dashboard")))
                .contains("You have no budget yet.", "Nothing yet this month", "€0.00", "Prove a site");
    }

    @Test
    void saysWhatIsLeftAndWhatTheNextFlattrIsWorth() {
        books.means(bob, "5.00", "3.10");
        for (int i = 0; i < 3; i++) {
            books.flattr(bob, books.thingOf(alice));
        }

        assertThat(text(page("/dashboard")))
                .contains("€3.10 is left of this month's €5.00. With the next flattr each is worth €0.77.")
                .contains("Flattrs this month3", "Each is worth now€1.03");
    }

    @Test
    void setsPausesAndResumesTheBudget() {
        form(bob).formParam("amount", "7.50").post("/dashboard/budget").then().statusCode(303);
        assertThat(text(page("/dashboard"))).contains("€7.50a month");

        form(bob).post("/dashboard/pause").then().statusCode(303);
        assertThat(text(page("/dashboard"))).contains("Your budget of €7.50 is paused.");

        form(bob).post("/dashboard/resume").then().statusCode(303);
        assertThat(text(page("/dashboard"))).doesNotContain("paused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.99", "", "many", "-3", "100000.01", "5.0000001", "1e3"})
    void saysBesideTheFieldWhyABudgetIsRefused(String amount) {
        form(bob)
                .formParam("amount", amount)
                .post("/dashboard/budget")
                .then()
                .statusCode(422)
                .body(containsString("id=\"amount-error\""));
    }

    @Test
    void saysThatThereIsNothingToPause() {
        form(bob).post("/dashboard/pause").then().statusCode(409).body(containsString("Set one first."));
    }

    @Test
    void takesBackAFlattrAndComesBack() {
        books.means(bob, "5.00", "5.00");
        var thing = books.thingOf(alice);
        books.flattr(bob, thing);
        assertThat(page("/dashboard")).contains("/dashboard/flattrs/" + thing + "/undo");

        var answer = form(bob).post("/dashboard/flattrs/" + thing + "/undo");
        var again = form(bob).post("/dashboard/flattrs/" + thing + "/undo");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/dashboard?news=undone");
        assertThat(page("/dashboard?news=undone")).contains("That flattr is taken back.", "Nothing yet this month");
    }

    @Test
    void showsManyFlattrsPageByPage() {
        books.means(bob, "5.00", "5.00");
        books.flattrMany(bob, alice, 120);

        var first = page("/dashboard/flattrs");
        var second = page(older(first));
        var third = page(older(second));

        assertThat(text(first)).contains("120 flattrs, each worth €0.04 as of now.");
        assertThat(first.split("/undo\"", -1)).hasSize(51);
        assertThat(second.split("/undo\"", -1)).hasSize(51);
        assertThat(third.split("/undo\"", -1)).hasSize(21);
        assertThat(third).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(page("/dashboard")).contains("All 120 of this month");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "\"><script>", "a b", "../x"})
    void neverSendsAnybodyElsewhere(String cursor) {
        var answer = form(bob).formParam("cursor", cursor).post("/dashboard/flattrs/1/undo");

        assertThat(answer.header("Location")).endsWith("/dashboard?news=undone");
    }

    @Test
    void refusesACursorOfNoList() {
        bob.browses().get("/dashboard/flattrs?cursor=%22%3E%3Cscript%3E").then().statusCode(422);
    }

    @Test
    void tellsNoNewsThatNobodyWrote() {
        assertThat(page("/dashboard?news=%3Cscript%3E")).doesNotContain("role=\"status\"", "<script>");
    }

    @Test
    void showsWhatWaitsAndLetsItGo() {
        books.means(bob, "5.00", "0.00");
        var thing = books.thingOf(alice);
        books.run("""
                insert into waiting_clicks (supporter_id, thing_id, asked_at, expires_at)
                values (?, ?, calendar_now(), calendar_now() + interval '1 day')""", bob.id(), thing);
        assertThat(page("/dashboard")).contains("Waiting for your top-up");

        form(bob).post("/dashboard/waiting/" + thing + "/stop").then().statusCode(303);

        assertThat(page("/dashboard")).doesNotContain("Waiting for your top-up");
    }

    @Test
    void listsEveryMovementOfTheFunds() {
        books.topUp(bob, "5.00");

        assertThat(text(page("/dashboard/funds"))).contains("€5.00 is there now.", "Topped up", "+€5.000000");
    }

    @Test
    void leadsToTheStatements() {
        assertThat(page("/dashboard")).contains("href=\"/statements/given/", "href=\"/statements/received/");
    }

    private String page(String path) {
        return bob.browses().get(path).then().statusCode(200).extract().asString();
    }

    static RequestSpecification form(Person person) {
        return person.browses().redirects().follow(false).contentType("application/x-www-form-urlencoded");
    }

    static String text(String page) {
        return page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ").replace("&#39;", "'");
    }

    private static String older(String page) {
        return page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    }
}
