package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class ReadingThePageOfAThingTest {

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
    void showsItsTextsItsMakerAndItsCounts() {
        var thing = books.thingOf(alice);
        books.run("""
                update things set title = 'Rye <b>bread</b>', description = 'Two lines' || chr(10) || 'of it',
                    tags = '{bread,"<i>"}', language = 'en_GB', category = 'text' where id = ?""", thing);
        books.flattr(bob, thing);

        var page = page(thing, bob);

        assertThat(page)
                .contains(
                        "<h1><bdi>Rye &lt;b&gt;bread&lt;/b&gt;</bdi></h1>",
                        "By <a href=\"/people/" + alice.username() + "\">",
                        "Two lines\nof it")
                .contains("<bdi>&lt;i&gt;</bdi>", "<dt>Flattrs</dt><dd>1</dd>", "<dd>1 person</dd>", "English")
                .contains("You flattred this.")
                .doesNotContain("<b>bread", "<i>");
    }

    @Test
    void offersSupportersAMessageToPostToWhoeverMadeIt() {
        var thing = books.thingOfNobody("maker" + bob.id() + ".example");
        assertThat(page(thing, bob)).doesNotContain("Tell whoever made it");

        books.flattr(bob, thing);

        assertThat(page(thing, bob))
                .contains(
                        "readonly>I flattr ",
                        "/things/" + thing + "</textarea>",
                        "https://share.joinmastodon.org/#text=I%20flattr")
                .contains("data-copies=\"tell\"", "/copy.js");
        assertThat(page(thing, alice)).doesNotContain("Tell whoever made it");
        books.siteOf(alice, "maker" + bob.id() + ".example");
        assertThat(page(thing, bob)).doesNotContain("Tell whoever made it");
    }

    @Test
    void offersTheButtonAndComesBack() {
        var thing = books.thingOf(alice);

        assertThat(page(thing, bob))
                .contains("action=\"/submit/auto/flattr?url=")
                .contains("name=\"return_to\" value=\"/things/" + thing + "\"");
    }

    @Test
    void leadsAStrangerBackAfterLoggingIn() {
        var thing = books.thingOf(alice);

        assertThat(page(thing)).contains("/log-in?next=%2Fthings%2F" + thing).doesNotContain("class=\"guarded\"");
    }

    @Test
    void saysWhatHappensToTheSharesOfAThingThatNobodyClaimed() {
        var thing = books.thingOfNobody("nobody" + System.nanoTime() + ".example");

        assertThat(page(thing)).contains("Nobody has claimed this yet", "is held until", "prove your site");
    }

    @Test
    void showsAHiddenThingToWhoeverHasItsAddress() {
        var thing = books.thingOf(alice);
        books.run("update things set hidden = true where id = ?", thing);

        assertThat(page(thing)).contains("This is hidden.", "content=\"noindex\"");
    }

    @Test
    void letsItsMakerChangeIt() {
        var thing = books.thingOf(alice);

        assertThat(page(thing, alice)).contains("href=\"/dashboard/things/" + thing + "\"", "This is yours.");
        assertThat(page(thing, bob)).doesNotContain("/dashboard/things/");
    }

    @Test
    void isGoneWithADeletedThing() {
        var thing = books.thingOf(alice);
        books.run("update things set deleted_at = now() where id = ?", thing);

        given().accept("text/html").get("/things/" + thing).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999999", "99999999999999999999", "abc", "1%00", "%3Cscript%3E"})
    void answersThatThereIsNothingWhereThereIsNothing(String id) {
        given().accept("text/html")
                .urlEncodingEnabled(false)
                .get("/things/" + id)
                .then()
                .statusCode(404)
                .body(containsString("<h1>"));
    }

    private static String page(long thing) {
        return given().accept("text/html")
                .get("/things/" + thing)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String page(long thing, Person viewer) {
        return viewer.browses()
                .get("/things/" + thing)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
