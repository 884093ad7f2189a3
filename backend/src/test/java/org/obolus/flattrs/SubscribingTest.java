package org.obolus.flattrs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Making, listing, pausing and stopping a subscription over HTTP (money.md, rule 12). */
@QuarkusTest
class SubscribingTest {

    private static final String HERE = "/api/v1/subscriptions";

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
    }

    @Test
    void flattrsAtOnce() {
        var made = subscribe(thing, "6");

        made.then()
                .statusCode(201)
                .body("thing", equalTo((int) thing), "months", equalTo(6), "counted", equalTo(1))
                .body("state", equalTo("running"), "made_at", notNullValue(), "missed", nullValue());
        assertThat(flattrs()).isEqualTo(1);
        assertThat(books.number("select flattrs from counters where thing_id = ?", thing))
                .isEqualTo(1);
    }

    @Test
    void countsAFlattrThatIsThereAsTheFirst() {
        books.flattr(bob, thing);

        subscribe(thing, "3").then().statusCode(201).body("counted", equalTo(1));

        assertThat(flattrs()).isEqualTo(1);
    }

    @Test
    void takesTheAddressOfAPage() {
        var body = "{\"url\":\"" + books.urlOf(thing) + "\"}";

        bob.asks().body(body).post(HERE).then().statusCode(201).body("thing", equalTo((int) thing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "4", "13", "-3"})
    void knowsThreeLengths(String months) {
        subscribe(thing, months).then().statusCode(422).body("field", equalTo("months"));

        assertThat(flattrs()).isZero();
    }

    @Test
    void asksForOneThing() {
        var body = "{\"thing\":" + thing + ",\"url\":\"" + books.urlOf(thing) + "\"}";

        bob.asks().body(body).post(HERE).then().statusCode(400);
        bob.asks().body("{}").post(HERE).then().statusCode(400);
    }

    @Test
    void refusesAsAClickIsRefusedAndIsNotMadeThen() {
        var own = books.thingOf(bob);
        var gone = books.thingOf(alice);
        books.run("update things set deleted_at = now() where id = ?", gone);
        var optedOut = books.thingOfNobody("out" + bob.id() + ".example");
        books.run("update identities set opted_out_at = now() where name = ?", "site:out" + bob.id() + ".example");

        refused(subscribe(own, "null"), 409, "flattr_owner");
        refused(subscribe(gone, "null"), 404, "not_found");
        refused(subscribe(1_000_000_000_000L, "null"), 404, "not_found");
        refused(subscribe(optedOut, "null"), 409, "opted_out");
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());
        refused(subscribe(thing, "null"), 402, "no_means");
        bob.asks().get(HERE).then().body("items", hasSize(0));
        assertThat(books.number("select count(*) from subscriptions where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void isMadeOnceByManyRequestsAtOnce() {
        var answers = AtOnce.times(8, i -> subscribe(thing, "12").statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(flattrs()).isEqualTo(1);
        assertThat(books.number("select counted from subscriptions where supporter_id = ?", bob.id()))
                .isEqualTo(1);
    }

    @Test
    void answersTheOneThatIsThereWithTheLengthAskedFor() {
        subscribe(thing, "3");

        subscribe(thing, "3").then().statusCode(200).body("months", equalTo(3), "counted", equalTo(1));
        subscribe(thing, "12").then().statusCode(200).body("months", equalTo(12), "counted", equalTo(1));
        subscribe(thing, "null").then().statusCode(200).body("months", nullValue());

        bob.asks().get(HERE).then().body("items", hasSize(1), "items[0].months", nullValue());
    }

    @Test
    void leavesAPausedOnePausedWhenItIsMadeAgain() {
        subscribe(thing, "3");
        post(thing, "pause");

        subscribe(thing, "6").then().statusCode(200).body("state", equalTo("paused"), "months", equalTo(6));
    }

    @Test
    void pausesAndResumesHoweverOftenItIsAsked() {
        subscribe(thing, "null");

        var paused = post(thing, "pause");
        var still = post(thing, "pause");
        post(thing, "resume").then().statusCode(200).body("state", equalTo("running"), "paused_at", nullValue());
        post(thing, "resume").then().statusCode(200).body("state", equalTo("running"));

        paused.then().statusCode(200).body("state", equalTo("paused"));
        assertThat(still.asString()).isEqualTo(paused.asString());
    }

    @Test
    void stopsForGoodAndLeavesThisMonthsFlattr() {
        subscribe(thing, "6");

        bob.asks().delete(HERE + "/" + thing).then().statusCode(204);

        assertThat(flattrs()).isEqualTo(1);
        bob.asks().get(HERE).then().body("items", hasSize(0));
        bob.asks()
                .get(HERE + "?ended=true")
                .then()
                .body("items", hasSize(1), "items[0].state", equalTo("stopped"), "items[0].ended_at", notNullValue());
        refused(post(thing, "resume"), 404, "not_found");
        refused(bob.asks().delete(HERE + "/" + thing), 404, "not_found");
    }

    @Test
    void beginsAnewAfterAStop() {
        subscribe(thing, "6");
        bob.asks().delete(HERE + "/" + thing);

        subscribe(thing, "3").then().statusCode(201).body("months", equalTo(3), "counted", equalTo(1));

        assertThat(flattrs()).isEqualTo(1);
    }

    @Test
    void changesNobodyElses() {
        subscribe(thing, "6");

        alice.asks().delete(HERE + "/" + thing).then().statusCode(404);
        alice.asks().post(HERE + "/" + thing + "/pause").then().statusCode(404);

        alice.asks().get(HERE).then().body("items", hasSize(0));
        bob.asks().get(HERE).then().body("items[0].state", equalTo("running"));
    }

    @Test
    void isListedPageByPageTheLatestFirst() {
        var things = IntStream.range(0, 5)
                .mapToObj(i -> Long.valueOf(books.thingOf(alice)).intValue())
                .toList();
        things.forEach(one -> subscribe(one, "null"));

        var first = bob.asks().get(HERE + "?limit=3");
        var second = bob.asks().urlEncodingEnabled(false).get(next(first));

        first.then().body("items.thing", equalTo(List.of(things.get(4), things.get(3), things.get(2))));
        second.then().body("items.thing", equalTo(List.of(things.get(1), things.get(0))));
        assertThat(second.headers().getValues("Link")).noneMatch(link -> link.contains("next"));
    }

    @Test
    void needsATokenForIt() {
        given().get(HERE).then().statusCode(401);
        given().contentType("application/json").body("{}").post(HERE).then().statusCode(401);
    }

    private Response subscribe(long wanted, String months) {
        return bob.asks()
                .body("{\"thing\":" + wanted + ",\"months\":" + months + "}")
                .post(HERE);
    }

    private Response post(long wanted, String verb) {
        return bob.asks().post(HERE + "/" + wanted + "/" + verb);
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("/problems/" + problem), "detail", notNullValue());
    }

    private static String next(Response page) {
        return page.headers().getValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst()
                .orElseThrow();
    }

    private long flattrs() {
        return books.number("select count(*) from flattrs where supporter_id = ? and thing_id = ?", bob.id(), thing);
    }
}
