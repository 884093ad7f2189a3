package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.obolus.dashboards.LookingAtTheDashboardTest.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingAfterSubscriptionsTest {

    private static final String HERE = "/dashboard/subscriptions";

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    long thing;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        thing = books.thingOf(alice);
    }

    @Test
    void beginsWithNothing() {
        assertThat(page(HERE)).contains("Nothing every month yet", "class=\"coin\"", "aria-current=\"page\"");
    }

    @Test
    void subscribesFromThePageOfAThing() {
        assertThat(page("/things/" + thing)).contains("action=\"" + HERE + "/" + thing + "\"", "Until I stop");

        var answer = subscribe("3");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(HERE + "?news=subscribed");
        assertThat(text(page(HERE + "?news=subscribed")))
                .contains("You flattr it every month, beginning with this one.")
                .contains(alice.username() + " · since", "two months left", "running");
        assertThat(text(page("/things/" + thing)))
                .contains("You flattr this every month. Your subscriptions")
                .doesNotContain("Until I stop");
    }

    @Test
    void goesOnUntilItIsStopped() {
        subscribe("");

        assertThat(text(page(HERE))).contains("until you stop it");
    }

    @Test
    void offersNothingToWhoeverCannotFlattrIt() {
        assertThat(alice.browses().get("/things/" + thing).asString()).doesNotContain("every month");
    }

    @Test
    void pausesAndResumes() {
        subscribe("12");

        post("pause");
        post("pause");
        assertThat(text(page(HERE))).contains("paused", "Resume").doesNotContain("running");
        assertThat(text(page("/things/" + thing))).contains("You flattr this every month; it is paused.");

        post("resume");
        assertThat(text(page(HERE))).contains("running", "Pause").doesNotContain("Resume");
    }

    @Test
    void stopsAndKeepsWhatWas() {
        subscribe("12");

        post("stop");
        post("stop");

        assertThat(text(page(HERE + "?news=ended")))
                .contains("It has ended. This month's flattr stays")
                .contains("Nothing every month yet", "stopped by you on", "after one month");
    }

    @Test
    void saysWhyAMonthWasMissed() {
        subscribe("12");
        books.run("""
                update subscriptions set missed_month = '2025-02-01', missed_for = 'opted_out'
                where supporter_id = ?""", bob.id());

        assertThat(text(page(HERE)))
                .contains("Not flattred in February 2025: its maker had asked not to be flattred.", "running");
    }

    @Test
    void saysThatItWaitsForMeans() {
        subscribe("12");
        books.run("""
                update subscriptions set missed_month = (select month from months where state = 'open'),
                    missed_for = 'no_means' where supporter_id = ?""", bob.id());

        assertThat(text(page(HERE))).contains("waits for means", "Top up or resume your budget");
    }

    @Test
    void saysWhatIsMissingForTheFirst() {
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());

        subscribe("12").then().statusCode(402).body(containsString("Your budget is paused. Resume it to flattr."));
    }

    @Test
    void refusesALengthThatThereIsNot() {
        subscribe("4").then().statusCode(422).body(containsString("Choose 3, 6 or 12 months"));
    }

    @Test
    void makesNoFlattrsForAFormThatIsNotOfThisLogIn() {
        var other = people.person("carol");

        var answer = bob.browses()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("months", "3")
                .formParam("form", other.formToken())
                .post(HERE + "/" + thing);

        assertThat(answer.header("Location")).isEqualTo(HERE + "?news=stale");
        assertThat(text(page(HERE + "?news=stale"))).contains("Nothing was done", "Nothing every month yet");
        subscribe("3");
        post("pause");
        bob.browses().contentType("application/x-www-form-urlencoded").post(HERE + "/" + thing + "/resume");
        assertThat(text(page(HERE))).contains("paused");
    }

    private Response subscribe(String months) {
        return bob.forms().formParam("months", months).post(HERE + "/" + thing);
    }

    private void post(String verb) {
        bob.forms().post(HERE + "/" + thing + "/" + verb).then().statusCode(303);
    }

    private String page(String path) {
        return bob.browses().get(path).then().statusCode(200).extract().asString();
    }
}
