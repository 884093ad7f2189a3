package org.obolus.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisteringManyThingsTest {

    @Inject
    People people;

    private Person alice;
    private Person bob;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        blog = LittleSite.named("blog6").provenBy(alice);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void tellsTheOutcomeOfEachInTheirOrder() {
        var first = send(alice, List.of(post("/b"), post("/a")));

        var second = send(
                alice,
                List.of(
                        post("/a"),
                        post("/c"),
                        Map.of("url", "mailto:alice@blog.example"),
                        Map.of("url", blog.address("/b"), "title", "In other words")));

        first.then().statusCode(200).body("outcomes.status", contains("created", "created"));
        second.then()
                .statusCode(200)
                .body("outcomes.status", contains("unchanged", "created", "refused", "changed"))
                .body("outcomes[2].url", equalTo("mailto:alice@blog.example"))
                .body("outcomes[2].thing", nullValue())
                .body("outcomes[2].problem.type", equalTo("/problems/not_a_thing_url"))
                .body("outcomes[2].problem.detail", notNullValue())
                .body("outcomes[3].problem", nullValue())
                .body("outcomes[3].thing.title", equalTo("In other words"))
                .body("outcomes[3].thing.id", equalTo(first.path("outcomes[0].thing.id")));
    }

    @Test
    void givesTheProvenOwnerTheTextsAndLooksAtNoPage() {
        var asked = blog.visits().size();

        var outcomes = send(
                alice,
                List.of(Map.of(
                        "url", blog.address("/bread"),
                        "title", "Rye <b>bread</b>",
                        "description", "Slow<br>and <i>good</i>.",
                        "category", "text",
                        "language", "en-gb",
                        "tags", List.of("bread", " rye ", "bread"),
                        "hidden", true)));

        outcomes.then()
                .body("outcomes[0].thing.owner", equalTo(alice.username()))
                .body("outcomes[0].thing.title", equalTo("Rye bread"))
                .body("outcomes[0].thing.description", equalTo("Slow\nand good."))
                .body("outcomes[0].thing.category", equalTo("text"))
                .body("outcomes[0].thing.language", equalTo("en_GB"))
                .body("outcomes[0].thing.tags", contains("bread", "rye"))
                .body("outcomes[0].thing.hidden", equalTo(true));
        assertThat(blog.visits()).hasSize(asked);
    }

    @Test
    void answersAsReadingTheThingDoes() {
        var outcome =
                send(alice, List.of(post("/same"))).then().extract().<Map<String, Object>>path("outcomes[0].thing");

        var read = given().get("/api/v1/things/{id}", outcome.get("id")).<Map<String, Object>>path("");

        assertThat(outcome).isEqualTo(read);
    }

    @Test
    void setsNoTextsForWhoeverHasNoProof() {
        send(alice, List.of(post("/known")));

        var outcomes = send(
                bob,
                List.of(
                        Map.of("url", blog.address("/known"), "title", "Mine, all mine", "hidden", true),
                        Map.of("url", blog.address("/new"), "title", "Mine as well", "tags", List.of("mine"))));

        outcomes.then()
                .body("outcomes.status", contains("unchanged", "created"))
                .body("outcomes.thing.owner", everyItem(equalTo(alice.username())))
                .body("outcomes[0].thing.title", equalTo("Post /known"))
                .body("outcomes[0].thing.hidden", equalTo(false))
                .body("outcomes[1].thing.title", nullValue())
                .body("outcomes[1].thing.tags", empty());
    }

    @Test
    void leavesWhatIsNotSaidAgainAsItWas() {
        send(alice, List.of(Map.of("url", blog.address("/a"), "title", "First title", "tags", List.of("one"))));

        send(alice, List.of(Map.of("url", blog.address("/a"))))
                .then()
                .body("outcomes[0].status", equalTo("unchanged"))
                .body("outcomes[0].thing.title", equalTo("First title"))
                .body("outcomes[0].thing.tags", contains("one"));
        send(alice, List.of(Map.of("url", blog.address("/a"), "tags", List.of())))
                .then()
                .body("outcomes[0].status", equalTo("changed"))
                .body("outcomes[0].thing.tags", empty());
    }

    @Test
    void takesWhatIsSaidLastOfAThingThatIsSentTwice() {
        var secure = blog.address("/twice").replace("http://", "https://");

        var outcomes = send(
                alice,
                List.of(
                        Map.of("url", blog.address("/twice"), "title", "First title", "category", "audio"),
                        Map.of("url", secure, "title", "Second title")));

        outcomes.then()
                .body("outcomes.status", contains("created", "unchanged"))
                .body("outcomes.url", contains(blog.address("/twice"), secure))
                .body("outcomes.thing.url", everyItem(equalTo(secure)))
                .body("outcomes.thing.title", everyItem(equalTo("Second title")))
                .body("outcomes.thing.category", everyItem(equalTo("audio")));
    }

    @Test
    void bringsBackWhatItsOwnerDeletedButNotForAStranger() {
        var thing = send(alice, List.of(post("/gone"))).then().extract().<Integer>path("outcomes[0].thing.id");
        alice.asks().delete("/api/v1/things/{id}", thing).then().statusCode(204);

        send(bob, List.of(post("/gone"))).then().body("outcomes[0].status", equalTo("unchanged"));
        given().get("/api/v1/things/{id}", thing).then().statusCode(404);
        send(alice, List.of(post("/gone"))).then().body("outcomes[0].status", equalTo("changed"));
        given().get("/api/v1/things/{id}", thing).then().statusCode(200);
    }

    @Test
    void makesOneThingOfEachWhenManyCallsNameTheSameInAnyOrder() {
        var urls = IntStream.range(0, 200)
                .mapToObj(n -> Map.<String, Object>of(
                        "url", "https://site" + n % 40 + "." + alice.username() + ".example/" + n))
                .toList();

        var answers = AtOnce.times(6, number -> {
            var mine = new ArrayList<>(urls);
            Collections.shuffle(mine, new Random(number));
            return alice.asks().body(Map.of("things", mine)).post("/api/v1/things/bulk");
        });

        var ids = new HashMap<String, Object>();
        answers.forEach(answer -> answer.then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("outcomes.thing")
                .forEach(thing -> assertThat(ids.putIfAbsent((String) thing.get("url"), thing.get("id")))
                        .isIn(null, thing.get("id"))));
        assertThat(ids).hasSize(200);
        assertThat(answers.stream().flatMap(answer -> answer.<List<String>>path("outcomes.status").stream()))
                .filteredOn("created"::equals)
                .hasSize(200);
    }

    @Test
    void takesFiveHundredAndNotOneMore() {
        var things = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(n -> post("/" + n)).toList());

        send(alice, things).then().statusCode(200).body("outcomes.size()", equalTo(500));
        things.add(post("/one-too-many"));
        send(alice, things)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body("field", equalTo("things"))
                .body("limit", equalTo(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"things\": [null]}",
                "{\"things\": [{}]}",
                "{\"things\": [{\"url\": \"\"}]}",
                "{\"things\": [{\"url\": \"https://x.example/\", \"title\": \"four\"}]}",
                "{\"things\": [{\"url\": \"https://x.example/\", \"tags\": [null]}]}"
            })
    void refusesAloneWhatIsNoThing(String body) {
        alice.asks()
                .body(body)
                .post("/api/v1/things/bulk")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains("refused"))
                .body("outcomes[0].problem.status", equalTo(422));
    }

    @Test
    void takesAnEmptyListForNothingToDo() {
        send(alice, List.of()).then().statusCode(200).body("outcomes", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"things\": null}"})
    void asksForTheThings(String body) {
        alice.asks()
                .body(body)
                .post("/api/v1/things/bulk")
                .then()
                .statusCode(422)
                .body("field", equalTo("things"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"things\": {}}", "{\"things\": [5]}", "{\"things\": [{\"url\": []}]}"})
    void saysThatABodyCannotBeRead(String body) {
        alice.asks().body(body).post("/api/v1/things/bulk").then().statusCode(400);
    }

    @Test
    void isForPeopleWhoAreLoggedIn() {
        given().contentType("application/json")
                .body("{\"things\": []}")
                .post("/api/v1/things/bulk")
                .then()
                .statusCode(401);
    }

    private Map<String, Object> post(String path) {
        return Map.of("url", blog.address(path), "title", "Post " + path);
    }

    private static Response send(Person person, List<Map<String, Object>> things) {
        return person.asks().body(Map.of("things", things)).post("/api/v1/things/bulk");
    }
}
