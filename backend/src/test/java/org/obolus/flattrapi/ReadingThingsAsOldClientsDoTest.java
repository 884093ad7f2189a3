package org.obolus.flattrapi;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
class ReadingThingsAsOldClientsDoTest {

    private static final String BASE = AnOldClient.BASE;

    @Inject
    People people;

    @Inject
    Books books;

    private Person alice;
    private Person bob;
    private long thing;
    private String word;

    @BeforeEach
    void meet() {
        var toRead = ThingToRead.of(people, books);
        alice = toRead.alice();
        bob = toRead.bob();
        thing = toRead.thing();
        word = toRead.word();
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
}
