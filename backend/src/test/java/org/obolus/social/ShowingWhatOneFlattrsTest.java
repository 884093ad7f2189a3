package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class ShowingWhatOneFlattrsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    FoldRanks foldRanks;

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
    void showsNothingOfAnybodyWhoHasNotChosenTo() {
        bob.asks()
                .body("{\"first_name\":\"Bob\",\"city\":\"Malmö\"}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        books.flattr(bob, thing);
        fold();

        given().get("/api/v1/people/" + bob.username())
                .then()
                .body("username", equalTo(bob.username()))
                .body("first_name", emptyString())
                .body("city", emptyString())
                .body("picture", nullValue());
        assertThat(seen(bob, "outgoing")).isEmpty();
        assertThat(seen(alice, "incoming")).isEmpty();
        assertThat(page(bob)).doesNotContain("Malmö", "id=\"given\"", "id=\"received\"");
        assertThat(books.number("select count(*) from shown_flattrs where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void showsWhatSomebodySaysOnceTheyChooseTo() {
        change(
                bob,
                "{\"first_name\":\"Bob\",\"last_name\":\"<b>\",\"about\":\"One\\nTwo\",\"city\":\"Malmö\","
                        + "\"country\":\"Sweden\",\"url\":\"https://bob.example\",\"shows_profile\":true}");

        given().get("/api/v1/people/" + bob.username().toUpperCase())
                .then()
                .body("first_name", equalTo("Bob"))
                .body("about", equalTo("One\nTwo"))
                .body("country", equalTo("Sweden"))
                .body("url", equalTo("https://bob.example/"));
        assertThat(page(bob))
                .contains("<bdi>Bob &lt;b&gt;</bdi>", "Malmö, Sweden", "One\nTwo")
                .doesNotContain("<b>");
    }

    @Test
    void showsEarlierAndLaterFlattrsOfWhoeverChoosesTo() {
        var later = books.thingOf(alice);
        books.flattr(bob, thing);
        change(bob, "{\"shows_given\":true}");
        change(alice, "{\"shows_received\":true}");

        books.flattr(bob, later);
        fold();

        assertThat(seen(bob, "outgoing")).containsExactly(later, thing);
        assertThat(seen(alice, "incoming")).containsExactly(later, thing);
        assertThat(page(alice)).contains("id=\"received\"", "from <a href=\"/people/" + bob.username());
        assertThat(page(bob)).contains("id=\"given\"", "/things/" + thing);
    }

    @Test
    void hidesEverythingAgainAtOnce() {
        change(bob, "{\"shows_given\":true}");
        change(alice, "{\"shows_received\":true}");
        books.flattr(bob, thing);
        fold();
        assertThat(seen(alice, "incoming")).containsExactly(thing);

        change(bob, "{\"shows_given\":false}");

        assertThat(seen(bob, "outgoing")).isEmpty();
        assertThat(seen(alice, "incoming")).isEmpty();
    }

    @Test
    void keepsAReceiversListFromOthersUntilTheReceiverChooses() {
        change(bob, "{\"shows_given\":true}");
        books.flattr(bob, thing);
        fold();

        assertThat(seen(alice, "incoming")).isEmpty();
        assertThat(alice.asks()
                        .get("/api/v1/people/" + alice.username() + "/flattrs?type=incoming")
                        .jsonPath()
                        .getList("items.supporter"))
                .containsExactly(bob.username());
    }

    @Test
    void letsWhatIsTakenBackGo() {
        change(bob, "{\"shows_given\":true}");
        change(alice, "{\"shows_received\":true}");
        books.flattr(bob, thing);
        fold();

        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(204);
        fold();

        assertThat(seen(bob, "outgoing")).isEmpty();
        assertThat(seen(alice, "incoming")).isEmpty();
    }

    @Test
    void letsEverybodySeeTheirOwn() {
        books.flattr(bob, thing);

        assertThat(bob.asks()
                        .get("/api/v1/people/" + bob.username() + "/flattrs")
                        .jsonPath()
                        .getList("items.thing.id", Long.class))
                .containsExactly(thing);
    }

    @Test
    void neverShowsAHiddenThingToOthers() {
        change(bob, "{\"shows_given\":true}");
        change(alice, "{\"shows_received\":true}");
        books.flattr(bob, thing);
        fold();
        books.run("update things set hidden = true where id = ?", thing);

        assertThat(seen(bob, "outgoing")).isEmpty();
        assertThat(seen(alice, "incoming")).isEmpty();
    }

    @Test
    void hasFeedsOfThingsAndOfWhatIsShown() {
        change(bob, "{\"shows_given\":true}");
        books.run("update things set title = 'Rye & <water>' where id = ?", thing);
        books.flattr(bob, thing);

        var things = feed("/people/" + alice.username() + "/things.atom");
        var activity = feed("/people/" + bob.username() + "/activity.atom");

        assertThat(things).contains("<title>Rye &amp; &lt;water&gt;</title>", "rel=\"payment\"", "/submit/auto?url=");
        assertThat(activity).contains(bob.username() + " flattred");
        assertThat(feed("/people/" + alice.username() + "/activity.atom")).doesNotContain("<entry>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"first_name\":\"" + LONG + "\"};first_name",
                "{\"url\":\"javascript:alert(1)\"};",
                "{\"shows_given\":\"perhaps\"};",
                "{\"city\":5,\"about\":{}};"
            })
    void refusesWhatCannotBeSaid(String body, String field) {
        var answer = bob.asks().body(body).patch("/api/v1/profile").then();

        answer.statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        if (field != null) {
            answer.body("field", equalTo(field));
        }
    }

    @Test
    void saysThatThereIsNobodyOfAName() {
        given().get("/api/v1/people/nobody-at-all").then().statusCode(404);
        given().accept("text/html").get("/people/nobody-at-all").then().statusCode(404);
        given().urlEncodingEnabled(false).get("/api/v1/people/%00").then().statusCode(404);
        given().get("/api/v1/people/" + bob.username() + "/flattrs?type=sideways")
                .then()
                .statusCode(422);
    }

    private static final String LONG = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    private static void change(Person person, String body) {
        person.asks().body(body).patch("/api/v1/profile").then().statusCode(200);
    }

    private void fold() {
        foldRanks.fold().await().atMost(Duration.ofSeconds(60));
    }

    private static List<Long> seen(Person person, String type) {
        return given().queryParam("type", type)
                .get("/api/v1/people/" + person.username() + "/flattrs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.thing.id", Long.class);
    }

    private static String page(Person person) {
        return given().accept("text/html").get("/people/" + person.username()).asString();
    }

    private static String feed(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .extract()
                .asString();
    }
}
