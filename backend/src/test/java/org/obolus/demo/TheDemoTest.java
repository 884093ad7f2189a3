package org.obolus.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(DemoProfile.class)
class TheDemoTest {

    @Inject
    Books books;

    @Inject
    Seed seed;

    @Inject
    DemoSites sites;

    @BeforeEach
    void isFilled() {
        Eventually.holds(
                "The demo is filled",
                () -> books.number("select count(*) from accounts where username = 'olga' and operator") == 1);
    }

    @ParameterizedTest
    @EnumSource(DemoPerson.class)
    void letsEverybodyLogInWithThePasswordThatItPrints(DemoPerson person) {
        given().contentType("application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .body("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(person.username(), person.password()))
                .post("/api/v1/log-in")
                .then()
                .statusCode(200);
    }

    @Test
    void provesTheBlogAndLeavesThePaperToWhoeverComes() {
        var proven = books.number(
                "select count(*) from identities i join accounts a on a.id = i.account_id where i.name = ?"
                        + " and a.username = 'alice'",
                "site:" + sites.blog().authority());
        var unproven = books.number(
                "select count(*) from identities where name = ? and account_id is null",
                "site:" + sites.news().authority());

        assertThat(proven).isOne();
        assertThat(unproven).isOne();
    }

    @Test
    void givesItsSupportersMeansAndFirstFlattrs() {
        var funds = books.number("select -balance from ledger_accounts where name = 'gateway:play'");
        var flattrs = books.number("select sum(flattrs) from counters");

        assertThat(funds).isEqualTo(Books.micros("40.00"));
        assertThat(flattrs).isEqualTo(8);
    }

    @Test
    void changesNothingWhenItIsFilledAgain() {
        var before = everything();

        seed.plant().await().atMost(Duration.ofMinutes(1));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void showsTheBlogOnItsOwnHostWithButtonsOfThisServer() {
        var here = "http://localhost:" + DemoProfile.port();

        at(sites.blog(), "/")
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src " + here + ";"))
                .header("Content-Security-Policy", containsString("frame-src " + here))
                .body(containsString("Small Tides"))
                .body(containsString("<script async src=\"" + here + "/button.js\">"));
        at(sites.blog(), "/bread-that-waits-for-you")
                .statusCode(200)
                .body(containsString(
                        "class=\"FlattrButton\" href=\"" + sites.blog().address() + "bread-that-waits-for-you\""))
                .body(containsString("data-flattr-uid=\"alice\""));
    }

    @Test
    void namesNobodyOnThePaper() {
        at(sites.news(), "/the-night-ferry-stays")
                .statusCode(200)
                .body(containsString("FlattrButton"))
                .body(not(containsString("data-flattr-uid")));
        at(sites.news(), "/.well-known/obolus.txt").statusCode(404);
    }

    @Test
    void answersNothingOfTheServerOnItsSites() {
        at(sites.blog(), "/api/v1/months").statusCode(404).body(startsWith("There is no such page"));
        at(sites.blog(), "/log-in").statusCode(404);
        given().header("Host", sites.blog().authority())
                .post("/api/v1/log-in")
                .then()
                .statusCode(405);
    }

    @Test
    void letsTheMonthPassUntilItIsSettled() {
        var open = books.number("select count(*) from months where state = 'settled'");

        jump("month_end").statusCode(303);
        jump("settlement").statusCode(303);

        assertThat(books.number("select count(*) from months where state = 'settled'"))
                .isEqualTo(open + 1);
        given().get("/dev/time").then().statusCode(200).body(containsString(">settled<"));
    }

    @Test
    void saysWhereTimeCanBeMovedTo() {
        jump("yesterday").statusCode(422);
    }

    @Test
    void saysOnEveryPageThatTheMoneyIsPlayMoney() {
        given().get("/").then().statusCode(200).body(containsString("Demo: play money."));
    }

    private static ValidatableResponse at(DemoSite site, String path) {
        return given().header("Host", site.authority()).get(path).then();
    }

    private static ValidatableResponse jump(String to) {
        return given().header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("to", to)
                .post("/dev/time")
                .then();
    }

    private List<Long> everything() {
        return books.numbers("select count(*) from accounts union all select count(*) from transfers"
                + " union all select count(*) from flattrs union all select count(*) from things"
                + " union all select count(*) from claims");
    }
}
