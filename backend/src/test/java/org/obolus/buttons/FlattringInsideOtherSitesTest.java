package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class FlattringInsideOtherSitesTest {

    private static final AtomicLong NUMBER = new AtomicLong();

    @Inject
    People people;

    @Inject
    Books books;

    private Person bob;
    private String site;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        site = "https://blog" + NUMBER.incrementAndGet() + "-" + System.nanoTime() + ".example";
    }

    @Test
    void isOneClickOnAConnectedSite() {
        var frame = connected();

        var answer = frame.flattr(page("second"), true);

        answer.then()
                .statusCode(200)
                .body("state", equalTo("flattred"))
                .body("flattrs", equalTo(1))
                .body("mine", equalTo(2))
                .body("each", equalTo(2_500_000))
                .body("currency", equalTo("EUR"));
        assertThat(flattrs()).isEqualTo(2);
    }

    @Test
    void canBeTakenBackInPlaceAndGivenAgain() {
        var frame = connected();
        frame.flattr(page("second"), true);

        frame.undo(page("second"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("flattrs", equalTo(0));
        frame.undo(page("second")).then().statusCode(200);
        frame.flattr(page("second"), true).then().statusCode(200).body("state", equalTo("flattred"));
    }

    @Test
    void isSaidToBeDoneWhereItWasDoneBefore() {
        var frame = connected();

        frame.flattr(page("first"), true).then().statusCode(200).body("state", equalTo("flattred"));

        assertThat(flattrs()).isEqualTo(1);
    }

    @Test
    void tellsWhereTheButtonStands() {
        var frame = connected();

        frame.state(page("first")).then().statusCode(200).body("state", equalTo("flattred"));
        frame.state(page("other")).then().body("state", equalTo("ready"));
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());
        frame.state(page("other")).then().body("state", equalTo("paused"));
    }

    @Test
    void saysWhyThereIsNoFlattr() {
        var frame = connected();
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());

        frame.flattr(page("second"), true)
                .then()
                .statusCode(402)
                .body("type", equalTo("/problems/no_means"))
                .body("detail", containsString("paused"));
    }

    @Test
    void isConfirmedInTheWindowTheFirstTimeOnASite() {
        var frame = new AFrame(site);

        frame.offer(bob, page("unseen")).then().statusCode(403).body("type", equalTo("/problems/confirm_in_window"));
    }

    @Test
    void isForThatSiteOnly() {
        var frame = connected();

        frame.flattr("https://elsewhere.example/a", true)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/foreign_site"));
        frame.flattr(page("a").replace("https:", "http:"), true).then().statusCode(403);
        frame.state(page("a").replace(".example/", ".example:8443/")).then().statusCode(403);
    }

    @Test
    void isForOtherProvenSitesOfTheSameOwnerToo() {
        var alice = people.person("alice");
        var frame = connected();
        var other = "https://other" + NUMBER.incrementAndGet() + ".example";
        books.siteOf(alice, site.substring("https://".length()));
        books.siteOf(alice, other.substring("https://".length()));

        frame.flattr(other + "/a", true).then().statusCode(200).body("state", equalTo("flattred"));
    }

    @Test
    void isForAPageThatBecameAThingWhenItsSiteHadNoHttps() {
        var frame = connected();
        var plain = page("old").replace("https:", "http:");
        var alice = people.person("alice");
        books.means(alice, "5.00", "5.00");
        alice.forms()
                .queryParam("url", plain)
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        frame.state(page("old")).then().statusCode(200).body("state", equalTo("ready"));
        frame.state(plain).then().statusCode(403);
    }

    @Test
    void isRefusedWithATokenOfAnotherSite() {
        var frame = connected();
        var evil = new AFrame("https://evil.example");
        evil.token = frame.token;

        evil.flattr("https://evil.example/a", true)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/foreign_site"));
    }

    @Test
    void isRefusedWithATokenForSomethingElse() {
        var frame = connected();
        frame.token = bob.token();

        frame.flattr(page("second"), true).then().statusCode(401).body("type", equalTo("/problems/not_connected"));
    }

    @Test
    void opensNothingElseWithItsToken() {
        var frame = connected();

        given().header("Authorization", "Bearer " + frame.token)
                .get("/api/v1/flattrs")
                .then()
                .statusCode(401);
        given().cookie("obolus", frame.token).get("/api/v1/account").then().statusCode(401);
    }

    @Test
    void takesNoCookieForAToken() {
        var answer = bob.browses()
                .accept("application/json")
                .contentType("application/json")
                .body("{\"url\": \"" + page("a") + "\", \"site\": \"" + site + "\", \"seen\": true}")
                .post("/button/frame/flattr");

        answer.then().statusCode(401).body("type", equalTo("/problems/not_connected"));
    }

    @Test
    void countsThreeTimesADayWhereTheBrowserCannotTellWhatIsSeen() {
        var frame = connected();

        for (int i = 0; i < 3; i++) {
            frame.flattr(page("unseen" + i), false).then().statusCode(200);
        }

        frame.flattr(page("unseen3"), false)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/confirm_in_window"));
        frame.flattr(page("seen"), true).then().statusCode(200);
        assertThat(flattrs()).isEqualTo(5);
    }

    @Test
    void countsThreeTimesHoweverManyComeAtOnce() {
        var frame = connected();

        AtOnce.times(20, i -> frame.flattr(page("unseen" + i), false));

        assertThat(flattrs()).isEqualTo(4);
    }

    @Test
    void isCountedBySiteNotByConnection() {
        var frame = connected();
        IntStream.range(0, 3).forEach(i -> frame.flattr(page("unseen" + i), false));

        var again = AFrame.connected(site, bob, page("first"));

        again.flattr(page("unseen9"), false).then().statusCode(403);
    }

    @Test
    void asksAgainAtAnUnusualRate() {
        var frame = connected();
        books.run(
                "insert into button_presses (supporter_id, site, pressed_at, press, seen)"
                        + " select ?, ?, now() - n * interval '2 minutes', gen_random_uuid(), true"
                        + " from generate_series(1, 29) n",
                bob.id(),
                site);
        frame.flattr(page("thirtieth"), true).then().statusCode(200);

        frame.flattr(page("one-more"), true)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/confirm_in_window"));
    }

    @Test
    void usesNothingUpWhereNothingWasGiven() {
        var frame = connected();
        IntStream.range(0, 5)
                .forEach(i -> frame.flattr(page("first"), false).then().statusCode(200));

        frame.flattr(page("second"), false).then().statusCode(200);
    }

    @Test
    void isFramedByThatSiteOnly() {
        given().queryParam("site", site)
                .queryParam("url", page("a"))
                .get("/button/frame")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors " + site))
                .header("Content-Security-Policy", not(containsString("frame-ancestors 'none'")))
                .header("Set-Cookie", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "https://",
                "https://a.example/",
                "https://a.example; script-src *",
                "https://A.example",
                "https://a.example:443",
                "ftp://a.example",
                "https://user@a.example",
                "https://a.example/b",
                "https://*",
                "https://*.example",
                "https://a.example;sandbox",
                "https://a.example,b.example",
                "https://a.example'",
                "'self'"
            })
    void isFramedByNoSiteThatIsNotWrittenAsBrowsersDo(String odd) {
        var answer = given().queryParam("site", odd).get("/button/frame");

        answer.then().statusCode(422).header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void isToldForWhichSiteItIsByTheServerLestAnAddressBeReadInTwoWays() {
        var answer = given().urlEncodingEnabled(false)
                .get("/button/frame?a=1;site=https%3A%2F%2Fevil.example&site=" + encoded(site));

        var framedBy = answer.header("Content-Security-Policy").replaceFirst(".*frame-ancestors ", "");
        answer.then().statusCode(200).body(containsString("data-site=\"" + framedBy + "\""));
    }

    @Test
    void isListedForWhoeverConnectedTheSite() {
        var frame = connected();
        frame.flattr(page("second"), true);

        bob.browses()
                .get("/dashboard/connected")
                .then()
                .statusCode(200)
                .body(containsString(site), containsString(page("second")));
        people.person("carol").browses().get("/dashboard/connected").then().body(not(containsString(site)));
    }

    @Test
    void endsAtOnceOnTheDashboard() {
        var frame = connected();

        bob.forms()
                .formParam("site", site)
                .post("/dashboard/connected/end")
                .then()
                .statusCode(303);

        frame.flattr(page("second"), true).then().statusCode(401).body("type", equalTo("/problems/not_connected"));
        frame.renew().then().statusCode(401);
        bob.browses().get("/dashboard/connected").then().body(not(containsString(site)));
    }

    private AFrame connected() {
        return AFrame.connected(site, bob, page("first"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String page(String name) {
        return site + "/" + name;
    }

    private long flattrs() {
        return books.number("select count(*) from flattrs where supporter_id = ?", bob.id());
    }
}
