package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class WritingAsOldClientsDoTest {

    private static final String BASE = AnOldClient.BASE;

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    long thing;
    String site;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        thing = books.thingOf(alice);
        site = "s" + System.nanoTime() + ".example";
        books.siteOf(alice, site);
    }

    @Test
    void submitsAThingByAForm() {
        var id = AnOldClient.of(alice)
                .formParam("url", "https://" + site + "/post")
                .formParam("title", "A post of mine")
                .formParam("description", "What it is about")
                .formParam("category", "text")
                .formParam("language", "sv_SE")
                .formParam("tags", "bread,rye")
                .formParam("hidden", "0")
                .post(BASE + "/things")
                .then()
                .statusCode(201)
                .body("id", instanceOf(Integer.class))
                .body("link", containsString("/things/"))
                .body("message", equalTo("ok"))
                .body("description", notNullValue())
                .extract()
                .jsonPath()
                .getLong("id");

        AnOldClient.ofNobody()
                .get(BASE + "/things/" + id)
                .then()
                .body("title", equalTo("A post of mine"))
                .body("tags", equalTo(List.of("bread", "rye")))
                .body("hidden", equalTo(false));
    }

    @Test
    void submitsAThingByJson() {
        AnOldClient.of(alice)
                .contentType("application/json")
                .body("{\"url\":\"https://" + site
                        + "/json\",\"title\":\"By JSON\",\"tags\":[\"a\",\"b\"],\"hidden\":true}")
                .post(BASE + "/things.json")
                .then()
                .statusCode(201);

        assertThat(books.text(
                        "select array_to_string(tags, ',') || hidden from things where url = ?",
                        "https://" + site + "/json"))
                .isEqualTo("a,btrue");
    }

    @Test
    void takesAPageWithoutProofButNotItsTexts() {
        var id = AnOldClient.of(bob)
                .formParam("url", "https://unproven-" + site + "/post")
                .formParam("title", "Not mine at all")
                .post(BASE + "/things")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");

        AnOldClient.of(bob).get(BASE + "/user/things").then().body("$", hasSize(0));
        AnOldClient.of(bob)
                .formParam("title", "Not mine at all")
                .patch(BASE + "/things/" + id)
                .then()
                .statusCode(403)
                .body("error", equalTo("forbidden"));
    }

    @Test
    void refusesWhatDoesNotValidateAndWhatIsSomebodyElses() {
        AnOldClient.of(alice)
                .formParam("url", "https://" + site + "/post")
                .formParam("title", "x")
                .post(BASE + "/things")
                .then()
                .statusCode(400)
                .body("error", equalTo("validation"));
        AnOldClient.of(bob)
                .formParam("url", "https://" + site + "/post")
                .post(BASE + "/things")
                .then()
                .statusCode(400)
                .body("error", equalTo("validation"))
                .body("error_description", containsString("Owner mismatch"));
        AnOldClient.of(alice).post(BASE + "/things").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patch", "PATCH", "put"})
    void changesAThingByTheMethodInTheBody(String method) {
        AnOldClient.of(alice)
                .formParam("_method", method)
                .formParam("title", "Changed by " + method)
                .post(BASE + "/things/" + thing)
                .then()
                .statusCode(200)
                .body("message", equalTo("ok"));

        AnOldClient.ofNobody().get(BASE + "/things/" + thing).then().body("title", equalTo("Changed by " + method));
    }

    @Test
    void changesAndDeletesByTheMethodsThemselves() {
        AnOldClient.of(alice)
                .contentType("application/json")
                .body("{\"title\":\"Changed anew\"}")
                .patch(BASE + "/things/" + thing + ".json")
                .then()
                .statusCode(200);
        AnOldClient.of(alice).delete(BASE + "/things/" + thing).then().statusCode(204);

        AnOldClient.ofNobody().get(BASE + "/things/" + thing).then().statusCode(404);
        AnOldClient.of(alice).delete(BASE + "/things/" + thing).then().statusCode(404);
    }

    @Test
    void deletesByTheMethodInTheBody() {
        AnOldClient.of(alice)
                .formParam("_method", "delete")
                .post(BASE + "/things/" + thing)
                .then()
                .statusCode(204);
    }

    @Test
    void flattrsAThingByItsIdOnceAMonth() {
        AnOldClient.of(bob)
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(200)
                .body("message", equalTo("ok"))
                .body("description", notNullValue())
                .body("thing.id", equalTo((int) thing))
                .body("thing.flattrs", equalTo(1));
        AnOldClient.of(bob)
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(403)
                .body("error", equalTo("flattr_once"));
    }

    @Test
    void flattrsByAddressAndByAutoSubmitAddress() {
        var other = books.thingOf(alice);
        var auto = "http://localhost:" + RestAssured.port + "/submit/auto?user_id=" + alice.username() + "&url="
                + books.urlOf(other).replace(":", "%3A").replace("/", "%2F");

        AnOldClient.of(bob)
                .formParam("url", books.urlOf(thing))
                .post(BASE + "/flattr")
                .then()
                .statusCode(200)
                .body("thing.id", equalTo((int) thing));
        AnOldClient.of(bob)
                .contentType("application/json")
                .body("{\"url\":\"" + auto + "\"}")
                .post(BASE + "/flattr")
                .then()
                .statusCode(200)
                .body("thing.id", equalTo((int) other));
        AnOldClient.of(bob)
                .formParam("url", "https://" + site + "/not-a-thing-yet")
                .post(BASE + "/flattr")
                .then()
                .statusCode(200)
                .body("thing.url", endsWith("/not-a-thing-yet"));
    }

    @Test
    void saysByFlattrsNamesWhyAFlattrDoesNotCount() {
        AnOldClient.of(alice)
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(403)
                .body("error", equalTo("flattr_owner"));
        AnOldClient.of(people.person("poor"))
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(401)
                .body("error", equalTo("no_means"));
        AnOldClient.of(bob)
                .post(BASE + "/things/999999999/flattr")
                .then()
                .statusCode(404)
                .body("error", equalTo("not_found"));
        AnOldClient.of(bob).post(BASE + "/flattr").then().statusCode(400).body("error", equalTo("invalid_parameters"));
        AnOldClient.ofNobody()
                .post(BASE + "/things/" + thing + "/flattr")
                .then()
                .statusCode(401)
                .body("error", equalTo("unauthorized"));
    }

    @Test
    void flattrsManyWithAnOutcomeForEach() {
        var other = books.thingOf(alice);
        var body =
                "[{\"url\":\"" + books.urlOf(thing) + "\",\"title\":\"x\",\"timestamps\":[1,2]},{\"url\":\"nonsense\"},"
                        + "{},{\"url\":\"" + books.urlOf(thing) + "\"},{\"url\":\"" + books.urlOf(other) + "\"}]";

        AnOldClient.of(bob)
                .contentType("application/json")
                .body(body)
                .post(BASE + "/flattr/bulk")
                .then()
                .statusCode(200)
                .body("$", hasSize(5))
                .body("[0].thing.id", equalTo((int) thing))
                .body("[1].error", notNullValue())
                .body("[2].error", notNullValue())
                .body("[3].error", equalTo("flattr_once"))
                .body("[4].thing.id", equalTo((int) other));
        AnOldClient.of(bob)
                .contentType("application/json")
                .body("{}")
                .post(BASE + "/flattr/bulk")
                .then()
                .statusCode(400);
    }

    @Test
    void subscribesPausesGoesOnAndStops() {
        var address = BASE + "/things/" + thing + "/subscriptions";

        AnOldClient.of(bob).post(address).then().statusCode(201).body("message", equalTo("ok"));
        AnOldClient.of(bob).post(address).then().statusCode(403).body("error", equalTo("subscribed"));
        AnOldClient.of(bob)
                .get(BASE + "/user/subscriptions")
                .then()
                .body("[0].type", equalTo("subscription"))
                .body("[0].active", equalTo(true))
                .body("[0].created_at", instanceOf(Integer.class))
                .body("[0].started_at", instanceOf(Integer.class))
                .body("[0].thing.id", equalTo((int) thing));
        AnOldClient.of(bob).put(address).then().statusCode(200).body("message", equalTo("paused"));
        AnOldClient.of(bob).formParam("_method", "put").post(address).then().body("message", equalTo("started"));
        AnOldClient.of(bob).delete(address).then().statusCode(204);
        AnOldClient.of(bob).put(address).then().statusCode(404);
        AnOldClient.of(alice).post(address).then().statusCode(403).body("error", equalTo("thing_owner"));
    }

    @Test
    void verifiesWhoseAnIdentityIs() {
        AnOldClient.of(bob)
                .formParam("identity", "site:" + site)
                .post(BASE + "/users/" + alice.username() + "/verify")
                .then()
                .statusCode(200);
        AnOldClient.of(bob)
                .formParam("identity", "site:" + site)
                .post(BASE + "/user/verify")
                .then()
                .statusCode(401)
                .body("error", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "42",
                "\"text\"",
                "{\"url\":5}",
                "{\"url\":{}}",
                "url=%",
                "url=javascript:alert(1)",
                "{\"url\":\"http://[::1\",\"tags\":[[]],\"title\":\"\\u0000\"}",
                "_method=explode",
                "identity=%00",
                "url=%00",
                "[1,2]",
                "[{\"url\":\"\\u0000\"}]"
            })
    void answersGarbageWithAnError(String body) {
        for (var address : List.of(
                "/things", "/things/" + thing, "/flattr", "/flattr/bulk", "/user/verify", "/things/x/subscriptions")) {
            for (var type : List.of("application/json", "application/x-www-form-urlencoded", "text/xml")) {
                var answer = AnOldClient.of(alice).contentType(type).body(body).post(BASE + address);
                assertThat(answer.statusCode()).as(address + " " + body).isLessThan(500);
            }
        }
        AnOldClient.of(alice)
                .contentType("application/json")
                .body(body)
                .patch(BASE + "/things/" + thing)
                .then()
                .statusCode(lessThan(500));
    }
}
