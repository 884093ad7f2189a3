package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class ReadingAsOldClientsDoTest {

    private static final String BASE = AnOldClient.BASE;

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    long thing;
    String word;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        word = "w" + System.nanoTime();
        thing = books.thingOf(alice);
        books.run("""
                update things set title = ?, description = 'About it', tags = ?::text[], language = 'de_DE',
                    category = 'audio' where id = ?""", "On " + word, "{" + word + ",rye}", thing);
    }

    @Test
    void givesAThingWithAllItsFields() {
        books.flattr(bob, thing);

        AnOldClient.ofNobody()
                .get(BASE + "/things/" + thing)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("thing"))
                .body("resource", endsWith(BASE + "/things/" + thing))
                .body("link", endsWith("/things/" + thing))
                .body("id", equalTo((int) thing))
                .body("url", equalTo(books.urlOf(thing)))
                .body("title", equalTo("On " + word))
                .body("image", equalTo(""))
                .body("flattrs", equalTo(1))
                .body("flattrs_user_count", equalTo(1))
                .body("description", equalTo("About it"))
                .body("tags", equalTo(List.of(word, "rye")))
                .body("language", equalTo("de_DE"))
                .body("category", equalTo("audio"))
                .body("created_at", instanceOf(Integer.class))
                .body("hidden", equalTo(false))
                .body("owner.type", equalTo("user"))
                .body("owner.username", equalTo(alice.username()))
                .body("owner.firstname", nullValue())
                .body("$", not(Matchers.hasKey("flattred")));
    }

    @Test
    void saysWithATokenWhatTheUserDidAndWhatOwnersKnow() {
        books.flattr(bob, thing);

        AnOldClient.of(bob)
                .get(BASE + "/things/" + thing)
                .then()
                .body("flattred", equalTo(true))
                .body("subscribed", equalTo(false))
                .body("$", not(Matchers.hasKey("updated_at")));
        AnOldClient.of(alice)
                .get(BASE + "/things/" + thing)
                .then()
                .body("flattred", equalTo(false))
                .body("updated_at", instanceOf(Integer.class))
                .body("$", Matchers.hasKey("last_flattr_at"));
    }

    @Test
    void saysThatNobodyOwnsWhatIsNotClaimed() {
        var unclaimed = books.thingOfNobody(word + ".example");

        AnOldClient.ofNobody()
                .get(BASE + "/things/" + unclaimed)
                .then()
                .statusCode(200)
                .body("$", Matchers.hasKey("owner"))
                .body("owner", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "%2C", "%2c"})
    void givesSeveralThingsWhetherCommasAreEncodedOrNot(String comma) {
        var other = books.thingOf(alice);

        AnOldClient.ofNobody()
                .urlEncodingEnabled(false)
                .get(BASE + "/things/" + other + comma + thing + comma + "999999999999")
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of((int) other, (int) thing)));
    }

    @Test
    void tellsOwnersInFullWhereThatIsAskedFor() {
        AnOldClient.ofNobody()
                .get(BASE + "/things/" + thing + "?full")
                .then()
                .body("owner.firstname", equalTo(""))
                .body("owner.avatar", equalTo(""));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 200",
        ".json, '', 200",
        "'', application/json, 200",
        "'', */*, 200",
        "'', text/html;*/*, 200",
        ".xml, '', 406",
        ".txt, '', 406",
        "'', application/xml, 406",
        ".json, application/xml, 200"
    })
    void answersInTheFormThatEndingOrHeaderName(String ending, String accept, int status) {
        var request = AnOldClient.ofNobody();
        if (!accept.isEmpty()) {
            request.header("Accept", accept.replace(";", ", "));
        }

        var answer = request.get(BASE + "/things/" + thing + ending);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 406) {
            answer.then().body("error", equalTo("not_acceptable")).body("error_description", notNullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/languages", "/categories.json", "/languages.json"})
    void listsCategoriesAndLanguages(String list) {
        AnOldClient.ofNobody()
                .get(BASE + list)
                .then()
                .statusCode(200)
                .body("id", hasItems(list.startsWith("/cat") ? "rest" : "en_GB"))
                .body("text", hasItems(list.startsWith("/cat") ? "Other" : "English (United Kingdom)"));
    }

    @Test
    void listsThemAsLinesToo() {
        assertThat(AnOldClient.ofNobody().get(BASE + "/categories.txt").asString())
                .contains("rest Other\n");
        AnOldClient.ofNobody()
                .header("Accept", "text/plain")
                .get(BASE + "/languages")
                .then()
                .contentType("text/plain")
                .body(Matchers.containsString("sv_SE Swedish"));
    }

    @Test
    void looksUpWhatIsThereWhatCouldBeAndWhatIsNot() {
        var site = word + ".example";
        books.siteOf(alice, site);
        var auto = "http://localhost:" + io.restassured.RestAssured.port + "/submit/auto?user_id=x&url="
                + books.urlOf(thing);

        AnOldClient.ofNobody()
                .queryParam("url", books.urlOf(thing))
                .get(BASE + "/things/lookup/")
                .then()
                .statusCode(302)
                .header("Location", endsWith(BASE + "/things/" + thing))
                .body("message", equalTo("found"))
                .body("location", endsWith("/things/" + thing));
        AnOldClient.ofNobody()
                .queryParam("url", auto)
                .get(BASE + "/things/lookup")
                .then()
                .statusCode(302);
        AnOldClient.ofNobody()
                .queryParam("url", "https://" + site + "/new")
                .get(BASE + "/things/lookup/")
                .then()
                .statusCode(200)
                .body("message", equalTo("flattrable"));
        AnOldClient.ofNobody()
                .queryParam("url", "https://other-" + site + "/new")
                .get(BASE + "/things/lookup/")
                .then()
                .statusCode(404)
                .body("message", equalTo("not_found"))
                .body("description", notNullValue());
        AnOldClient.ofNobody()
                .get(BASE + "/things/lookup")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_parameters"));
    }

    @Test
    void searchesAsFlattrDid() {
        AnOldClient.ofNobody()
                .queryParam("query", word)
                .queryParam("tags", "rye & !wheat")
                .queryParam("language", "de_DE,en_GB")
                .queryParam("category", "audio,text")
                .queryParam("user", alice.username())
                .queryParam("sort", "flattrs_week")
                .queryParam("count", 5)
                .get(BASE + "/things/search")
                .then()
                .statusCode(200)
                .body("total_items", equalTo(1))
                .body("items", equalTo(1))
                .body("page", equalTo(1))
                .body("things[0].id", equalTo((int) thing))
                .body("things[0].owner.username", equalTo(alice.username()));
    }

    @ParameterizedTest
    @CsvSource({"sort, loudest", "count, 1000", "page, x", "tags, a &", "language, klingon"})
    void refusesASearchThatItCannotRead(String parameter, String value) {
        AnOldClient.ofNobody()
                .queryParam(parameter, value)
                .get(BASE + "/things/search")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_parameters"))
                .body("error_uri", Matchers.startsWith("http"));
    }

    @Test
    void givesAUserWithWhatTheyShow() {
        alice.asks()
                .body("{\"first_name\":\"Alice\",\"city\":\"Visby\",\"shows_profile\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);

        AnOldClient.ofNobody()
                .get(BASE + "/users/" + alice.username())
                .then()
                .statusCode(200)
                .body("type", equalTo("user"))
                .body("resource", endsWith(BASE + "/users/" + alice.username()))
                .body("link", endsWith("/people/" + alice.username()))
                .body("firstname", equalTo("Alice"))
                .body("lastname", equalTo(""))
                .body("city", equalTo("Visby"))
                .body("avatar", equalTo(""))
                .body("$", not(Matchers.hasKey("email")));
        AnOldClient.of(bob).get(BASE + "/users/" + alice.username()).then().body("$", not(Matchers.hasKey("email")));
    }

    @Test
    void givesTheUserBehindATokenTheirOwn() {
        AnOldClient.of(alice)
                .get(BASE + "/user")
                .then()
                .statusCode(200)
                .body("username", equalTo(alice.username()))
                .body("email", equalTo(alice.username() + "@mail.example"))
                .body("registered_at", instanceOf(Integer.class));
        AnOldClient.ofNobody().get(BASE + "/user").then().statusCode(401).body("error", equalTo("unauthorized"));
    }

    @Test
    void listsThingsAndHidesHiddenOnesFromOthers() {
        var hidden = books.thingOf(alice);
        books.run("update things set hidden = true where id = ?", hidden);

        AnOldClient.ofNobody()
                .get(BASE + "/users/" + alice.username() + "/things")
                .then()
                .body("id", equalTo(List.of((int) thing)));
        AnOldClient.of(alice)
                .get(BASE + "/user/things.json?count=1&page=1")
                .then()
                .body("id", equalTo(List.of((int) hidden)))
                .body("[0].hidden", equalTo(true));
        AnOldClient.of(alice).get(BASE + "/user/things?page=2&count=2").then().body("$", hasSize(0));
    }

    @Test
    void listsFlattrsOfWhoeverShowsThem() {
        books.flattr(bob, thing);
        AnOldClient.ofNobody()
                .get(BASE + "/users/" + bob.username() + "/flattrs")
                .then()
                .body("$", hasSize(0));
        AnOldClient.of(bob).get(BASE + "/user/flattrs").then().body("$", hasSize(1));

        bob.asks()
                .body("{\"shows_given\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);

        AnOldClient.ofNobody()
                .get(BASE + "/users/" + bob.username() + "/flattrs")
                .then()
                .body("[0].type", equalTo("flattr"))
                .body("[0].thing.id", equalTo((int) thing))
                .body("[0].thing.owner.username", equalTo(alice.username()))
                .body("[0].owner.username", equalTo(bob.username()))
                .body("[0].created_at", instanceOf(Integer.class));
        AnOldClient.ofNobody()
                .get(BASE + "/things/" + thing + "/flattrs?full=1")
                .then()
                .body("[0].owner.city", equalTo(""))
                .body("[0].thing.description", equalTo("About it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activities", "activities.json", "activities.as"})
    void streamsActivities(String address) {
        bob.asks()
                .body("{\"shows_given\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        books.flattr(bob, thing);

        AnOldClient.ofNobody()
                .get(BASE + "/users/" + bob.username() + "/" + address + "?type=outgoing")
                .then()
                .statusCode(200)
                .body("items[0].published", notNullValue())
                .body("items[0].title", Matchers.containsString(word))
                .body("items[0].actor.displayName", equalTo(bob.username()))
                .body("items[0].actor.objectType", equalTo("person"))
                .body("items[0].verb", equalTo("like"))
                .body("items[0].object.displayName", equalTo("On " + word))
                .body("items[0].object.objectType", equalTo("bookmark"))
                .body("items[0].id", Matchers.startsWith("tag:"));
    }

    @Test
    void streamsActivitiesAsAtomToo() {
        bob.asks()
                .body("{\"shows_given\":true}")
                .patch("/api/v1/profile")
                .then()
                .statusCode(200);
        books.flattr(bob, thing);

        var feed = AnOldClient.of(bob)
                .get(BASE + "/user/activities.atom")
                .then()
                .statusCode(200)
                .extract();

        assertThat(feed.contentType()).startsWith("application/atom+xml");
        assertThat(feed.asString()).contains("On " + word, "rel=\"payment\"");
        AnOldClient.of(bob)
                .get(BASE + "/user/activities?type=sideways")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_parameters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/0",
                "/things/abc",
                "/things/99999999999999999999",
                "/users/nobody-at-all",
                "/nothing",
                "/things/1/nothing",
                "/users/%00",
                "/things/%00/flattrs",
                "/users/nobody-at-all/activities.atom"
            })
    void saysThatThereIsNothing(String address) {
        AnOldClient.ofNobody()
                .urlEncodingEnabled(false)
                .get(BASE + address)
                .then()
                .statusCode(404)
                .body("error", equalTo("not_found"))
                .body("error_description", notNullValue());
    }
}
