package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class ReadingPeopleAsOldClientsDoTest {

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
}
