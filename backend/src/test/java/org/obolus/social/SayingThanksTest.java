package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Whoever flattred a thing can say a few words to its maker, and nobody else reads them. */
@QuarkusTest
class SayingThanksTest {

    private static final String WORDS = "The <b>crust</b> sang.\r\nThank you";

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
        books.flattr(bob, thing);
    }

    @Test
    void reachesTheMakerWithTheNameOfWhoeverSaidIt() {
        var answer = says(bob, WORDS);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page(bob)).contains("The &lt;b&gt;crust&lt;/b&gt; sang.\nThank you", "can read this");
        assertThat(read(alice))
                .contains("The &lt;b&gt;crust&lt;/b&gt; sang.\nThank you", ">" + bob.username() + "</a>")
                .doesNotContain("<b>crust");
    }

    @Test
    void isReadByNobodyElse() {
        says(bob, WORDS);
        var carol = people.person("carol");

        assertThat(read(carol)).contains("Nothing yet");
        assertThat(given().get("/things/" + thing).asString()).doesNotContain("crust");
        assertThat(carol.browses().get("/things/" + thing).asString()).doesNotContain("crust");
    }

    @Test
    void isOfferedWhereTheFlattrIsShown() {
        assertThat(bob.browses().get("/things/" + thing).asString())
                .contains("<a href=\"/things/" + thing + "/thanks\">Say thanks</a>");
        assertThat(people.person("carol").browses().get("/things/" + thing).asString())
                .doesNotContain("Say thanks");
    }

    @Test
    void saidAnewTakesThePlaceOfWhatWasSaidBefore() {
        says(bob, "First words");
        says(bob, "Better words");

        assertThat(read(alice)).contains("Better words").doesNotContain("First words");
    }

    @Test
    void canBeTakenBack() {
        says(bob, WORDS);

        bob.forms().post("/things/" + thing + "/thanks/take-back").then().statusCode(303);

        assertThat(page(bob)).doesNotContain("crust");
        assertThat(read(alice)).contains("Nothing yet");
    }

    @Test
    void isGoneForWhoeverItWasSaidToWhenTheyRemoveIt() {
        says(bob, WORDS);
        var id = books.number("select id from thanks where thing_id = ?", thing);

        remove(people.person("carol"), id);
        assertThat(read(alice)).contains("crust");

        remove(alice, id);
        assertThat(read(alice)).contains("Nothing yet");
    }

    @Test
    void isForThoseWhoFlattred() {
        var carol = people.person("carol");

        var answer = says(carol, "Give me attention");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("Thanks go with a flattr, and you have not flattred this.");
        assertThat(carol.browses().get("/things/" + thing + "/thanks").statusCode())
                .isEqualTo(404);
        assertThat(read(alice)).contains("Nothing yet");
    }

    @Test
    void goesWithTheFlattrThatIsTakenBack() {
        says(bob, WORDS);

        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(204);

        assertThat(read(alice)).contains("Nothing yet");
        assertThat(says(bob, "Once more").statusCode()).isEqualTo(404);
    }

    @Test
    void waitsForWhoeverProvesTheSite() {
        var unclaimed = books.thingOfNobody("waiting" + System.nanoTime() + ".example");
        books.flattr(bob, unclaimed);
        bob.forms().formParam("text", WORDS).post("/things/" + unclaimed + "/thanks");
        assertThat(bob.browses().get("/things/" + unclaimed + "/thanks").asString())
                .contains("Whoever proves");

        books.run("""
                update identities set account_id = ? where id = (select identity_id from things where id = ?)""", alice.id(), unclaimed);

        assertThat(read(alice)).contains("The &lt;b&gt;crust");
    }

    @Test
    void keepsWhatWasWrittenWhenItIsTooLongOrEmpty() {
        var tooMuch = "x".repeat(501);

        var tooLong = says(bob, tooMuch);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.asString()).contains(tooMuch, "The field text is too long: it has at most 500 characters.");

        var empty = says(bob, " \u202E\u0000 \n");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString()).contains("Say a few words, or leave it.");

        assertThat(says(bob, "😀".repeat(500)).statusCode()).isEqualTo(303);
    }

    @Test
    void leadsToTheLogInAndBackWhoeverIsNotLoggedIn() {
        var answer = given().accept("text/html").get("/things/" + thing + "/thanks");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).contains("/log-in?next=%2Fthings%2F" + thing + "%2Fthanks");
    }

    private Response says(Person who, String words) {
        return who.forms()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", words)
                .post("/things/" + thing + "/thanks");
    }

    private static void remove(Person who, long id) {
        who.forms().post("/dashboard/thanks/" + id + "/remove").then().statusCode(303);
    }

    private String page(Person who) {
        return who.browses().get("/things/" + thing + "/thanks").asString();
    }

    private static String read(Person who) {
        return who.browses().get("/dashboard/thanks").asString();
    }
}
