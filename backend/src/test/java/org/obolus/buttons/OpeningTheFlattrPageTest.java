package org.obolus.buttons;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class OpeningTheFlattrPageTest {

    private static final String HOSTILE =
            "\"><script>alert(1)</script>'{cdi:assets}{{x}}\u202Eevil\u0000\r\nSet-Cookie: a=b";

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
        books.means(bob, "5.00", "5.00");
    }

    @Test
    void neverFlattrsByItself() {
        var url = unseen();

        var page = open(bob, url);

        assertThat(page).contains(">Flattr ", "€5.00", "method=\"post\"");
        assertThat(books.number("select count(*) from things where url = ?", url))
                .isZero();
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void tellsItsScriptWhichPageItIsAboutLestAnAddressBeReadInTwoWays() {
        var page = bob.browses()
                .urlEncodingEnabled(false)
                .get("/submit/auto?a=1;url=https%3A%2F%2Fone.example%2Fa&url=https%3A%2F%2Fother.example%2Fb")
                .asString();

        assertThat(page).contains("data-url=\"https://one.example/a\"").doesNotContain("other.example");
    }

    @Test
    void saysWhatAFlattrWouldBeWorthNow() {
        for (int i = 0; i < 13; i++) {
            books.flattr(bob, books.thingOf(alice));
        }

        var page = open(bob, unseen());

        assertThat(text(page)).contains("€5.00 is shared this month. With this flattr each is worth €0.35.");
    }

    @Test
    void saysWhatIsLeftWhenTheFundsAreLessThanTheBudget() {
        var carol = people.person("carol");
        books.means(carol, "5.00", "3.10");
        books.flattr(carol, books.thingOf(alice));

        var page = open(carol, unseen());

        assertThat(text(page)).contains("€3.10 is left of this month's €5.00. With this flattr each is worth €1.55.");
    }

    @Test
    void asksAStrangerToLogInAndKeepsEveryParameter() {
        var query = "url=" + encoded("https://a.example/?q=1&r=2#top") + "&title=Rye+%26+bread&user_id=marta&popout=1";

        var page = given().accept("text/html")
                .urlEncodingEnabled(false)
                .get("/submit/auto?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        var here = "/submit/auto?url=https%3A%2F%2Fa.example%2F%3Fq%3D1%26r%3D2%23top&user_id=marta"
                + "&title=Rye+%26+bread&popout=1";
        assertThat(page)
                .contains("href=\"/log-in?next=" + encoded(here) + "&amp;popout=1\"")
                .contains("href=\"/sign-up?next=" + encoded(here) + "&amp;popout=1\"")
                .contains("<body class=\"popout\">")
                .doesNotContain("<nav", "<form");
    }

    @Test
    void saysUntilWhenAnUnclaimedShareIsHeld() {
        assertThat(text(open(bob, unseen())))
                .contains("Nobody has claimed unseen.example yet. The share is held until");
    }

    @Test
    void knowsAThingThatTheViewerFlattred() {
        var thing = books.thingOf(alice);
        books.flattr(bob, thing);

        var page = open(bob, books.urlOf(thing));

        assertThat(page)
                .contains("You flattred this.", "Take it back", "mailto:")
                .doesNotContain(">Flattr ");
        assertThat(text(page)).contains("It is your only flattr this month and worth €5.00 now.");
    }

    @Test
    void offersNobodyTheirOwnThing() {
        books.means(alice, "5.00", "5.00");
        var url = books.urlOf(books.thingOf(alice));

        assertThat(open(alice, url)).contains("This is yours.").doesNotContain(">Flattr ");
    }

    @Test
    void respectsWhoeverOptedOut() {
        books.thingOfNobody("quiet.example");
        books.run("update identities set opted_out_at = now() where name = 'site:quiet.example'");

        var page = open(bob, "https://quiet.example/new");

        assertThat(page)
                .contains("<bdi>quiet.example</bdi> does not want flattrs.")
                .doesNotContain("class=\"guarded\"");
    }

    @Test
    void saysThatADeletedThingIsGone() {
        var thing = books.thingOf(alice);
        books.run("update things set deleted_at = now() where id = ?", thing);

        assertThat(open(bob, books.urlOf(thing))).contains("taken this away").doesNotContain("class=\"guarded\"");
    }

    @Test
    void tellsHowLongAClickStillWaits() {
        var carol = people.person("carol");
        books.means(carol, "5.00", "0.00");
        var thing = books.thingOf(alice);
        books.run("""
                insert into waiting_clicks (supporter_id, thing_id, asked_at, expires_at)
                values (?, ?, calendar_now(), calendar_now() + interval '1 day')""", carol.id(), thing);

        assertThat(open(carol, books.urlOf(thing))).contains("Your click waits", "Top up and flattr");
    }

    @Test
    void showsWhatAPageClaimsOnlyAsItsClaim() {
        var page = given().accept("text/html")
                .queryParam("url", unseen())
                .queryParam("title", "The best bread")
                .queryParam("user_id", "marta")
                .get("/submit/auto")
                .asString();

        assertThat(text(page))
                .contains(
                        "“The best bread”",
                        "This is what the page you came from calls it. It names marta as its maker.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "owner",
                "title",
                "description",
                "language",
                "tags",
                "hidden",
                "category",
                "popout",
                "return_to",
                "next"
            })
    void letsNoParameterWriteIntoThePage(String parameter) {
        var answer = bob.browses()
                .queryParam("url", unseen())
                .queryParam(parameter, HOSTILE)
                .get("/submit/auto");

        answer.then().statusCode(200);
        assertThat(answer.asString()).doesNotContain("<script>", "\u202E", "<h1>\"", "Assets_");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://a.example/",
                "nowhere",
                "https://",
                "\"><script>",
                "data:text/html,x"
            })
    void refusesWhatCannotBeFlattred(String url) {
        var answer = bob.browses().queryParam("url", url).get("/submit/auto");

        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("<h1>").doesNotContain("<script>");
    }

    @Test
    void asksForAnAddressWhereThereIsNone() {
        given().accept("text/html").get("/submit/auto?title=x").then().statusCode(422);
    }

    @Test
    void readsLongDescriptionsInEveryAlphabet() {
        var answer = given().accept("text/html")
                .queryParam("url", unseen())
                .queryParam("title", "Хлеб за три дня")
                .queryParam("description", "я".repeat(1000))
                .get("/submit/auto");

        answer.then().statusCode(200);
        assertThat(answer.asString()).contains("я".repeat(100), "…").doesNotContain("я".repeat(300));
    }

    private String open(Person viewer, String url) {
        return viewer.browses()
                .queryParam("url", url)
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ").replace("&#39;", "'");
    }

    private static String unseen() {
        return "https://unseen.example/" + System.nanoTime();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
