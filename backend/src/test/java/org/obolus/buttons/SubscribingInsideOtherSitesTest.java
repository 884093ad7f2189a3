package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class SubscribingInsideOtherSitesTest {

    @Inject
    People people;

    @Inject
    Books books;

    private Person bob;
    private String site;
    private AFrame frame;

    @BeforeEach
    void connect() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        site = "https://monthly-" + System.nanoTime() + ".example";
        frame = AFrame.connected(site, bob, page("first"));
    }

    @Test
    void isDoneInPlaceForWhatWasFlattredJustNow() {
        frame.state(page("first")).then().statusCode(200).body("subscription", nullValue());

        var answer = frame.subscribe(page("first"), 3, true);

        answer.then().statusCode(200).body("state", equalTo("flattred")).body("subscription", equalTo("running"));
        assertThat(months("first")).isEqualTo(3);
        assertThat(flattrs()).isEqualTo(1);
    }

    @Test
    void flattrsWhatWasNotYet() {
        var answer = frame.subscribe(page("new"), null, true);

        answer.then().statusCode(200).body("state", equalTo("flattred")).body("subscription", equalTo("running"));
        assertThat(months("new")).isNull();
        assertThat(flattrs()).isEqualTo(2);
    }

    @Test
    void isPausedResumedAndStoppedInPlace() {
        frame.subscribe(page("first"), 12, true).then().statusCode(200);

        frame.pause(page("first")).then().statusCode(200).body("subscription", equalTo("paused"));
        frame.resume(page("first"), true).then().statusCode(200).body("subscription", equalTo("running"));
        frame.stop(page("first")).then().statusCode(200).body("subscription", nullValue());
    }

    @Test
    void isAskedInOurOwnWindowWhereTheBrowserCouldNotTellThatTheChoiceWasSeen() {
        frame.subscribe(page("first"), 3, false)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/confirm_in_window"));
        frame.state(page("first")).then().body("subscription", nullValue());

        frame.subscribe(page("first"), 3, true).then().statusCode(200);
        frame.pause(page("first")).then().statusCode(200);
        frame.resume(page("first"), false).then().statusCode(403);
        frame.state(page("first")).then().body("subscription", equalTo("paused"));
    }

    @Test
    void isForWhatIsOnTheSameSite() {
        frame.subscribe("https://elsewhere.example/page", 3, true)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/foreign_site"));
    }

    @Test
    void saysWhichLengthsThereAre() {
        frame.subscribe(page("first"), 5, true).then().statusCode(422).body("detail", containsString("3, 6 or 12"));
    }

    @Test
    void saysThatThereIsNothingToPause() {
        frame.pause(page("first")).then().statusCode(404).body("detail", containsString("Subscribe to it first"));
    }

    @Test
    void doesNothingForAPageThatNobodyHasFlattred() {
        frame.stop(page("unknown")).then().statusCode(200).body("subscription", nullValue());
    }

    @Test
    void isRefusedWithoutMeansAndUsesNothingUp() {
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());

        frame.subscribe(page("new"), 3, true).then().statusCode(402).body("detail", containsString("paused"));

        assertThat(presses()).isZero();
        frame.state(page("new")).then().body("subscription", nullValue());
    }

    @Test
    void countsAmongThePressesOfAnHour() {
        for (var press = 0; press < Presses.MOST_AN_HOUR; press++) {
            frame.subscribe(page("first"), 3, true).then().statusCode(200);
        }

        frame.subscribe(page("first"), 6, true).then().statusCode(403);
    }

    private String page(String name) {
        return site + "/" + name;
    }

    private Integer months(String name) {
        return bob.asks()
                .get("/api/v1/subscriptions")
                .then()
                .extract()
                .path("items.find { it.thing == " + frame.state(page(name)).path("thing") + " }.months");
    }

    private long flattrs() {
        return books.number("select count(*) from flattrs where supporter_id = ?", bob.id());
    }

    private long presses() {
        return books.number("select count(*) from button_presses where supporter_id = ?", bob.id());
    }
}
