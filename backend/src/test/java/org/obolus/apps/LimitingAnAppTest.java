package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.flattrs.EveryMonth;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class LimitingAnAppTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    EveryMonth everyMonth;

    @Inject
    ForgetJob forgetJob;

    Person alice;
    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        app = AnApp.of(alice);
    }

    @Test
    void letsAnAppGiveAsOftenAsItsPersonSays() {
        var token = tokenWithALimitOf("2");

        assertThat(statuses(token, 3)).containsExactly(201, 201, 403);
        flattr(token, books.thingOf(alice))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/app_limit"))
                .body("detail", containsString("as many flattrs this month as you allowed it"));
    }

    @Test
    void leavesThePersonAndTheirOtherAppsAlone() {
        var token = tokenWithALimitOf("1");
        var other = AnApp.of(alice).token(bob, "flattr");
        statuses(token, 2);

        books.flattr(bob, books.thingOf(alice));

        assertThat(statuses(other, 1)).containsExactly(201);
    }

    @Test
    void beginsAnewWithTheMonth() {
        var token = tokenWithALimitOf("1");
        assertThat(statuses(token, 2)).containsExactly(201, 403);

        time.toTheNextMonth();
        books.deposit(bob, "5.00");

        assertThat(statuses(token, 2)).containsExactly(201, 403);
    }

    @Test
    void holdsForManyClicksAtOnceAndForAllDevicesTogether() {
        var tokens = List.of(tokenWithALimitOf("3"), app.token(bob, "flattr"));
        limit("3");
        var things = IntStream.range(0, 12).mapToObj(n -> books.thingOf(alice)).toList();

        var statuses = AtOnce.times(
                12, number -> flattr(tokens.get(number % 2), things.get(number)).statusCode());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isEqualTo(3);
        assertThat(given()).isEqualTo(3);
    }

    @Test
    void countsNoFlattrThatCameToNothing() {
        var token = tokenWithALimitOf("2");
        var thing = books.thingOf(alice);
        flattr(token, thing).then().statusCode(201);

        flattr(token, thing).then().statusCode(409);
        flattr(token, 0).then().statusCode(404);

        assertThat(given()).isEqualTo(1);
        assertThat(statuses(token, 2)).containsExactly(201, 403);
    }

    @Test
    void countsWhatWasTakenBack() {
        var token = tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        flattr(token, thing).then().statusCode(201);

        AnApp.with(token).delete("/api/v1/flattrs/" + thing).then().statusCode(204);

        flattr(token, thing).then().statusCode(403);
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        var token = tokenWithALimitOf("1");
        var thing = books.thingOf(alice);

        for (int time = 0; time < 2; time++) {
            AnApp.with(token)
                    .header("Idempotency-Key", "the-same")
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201);
        }

        assertThat(given()).isEqualTo(1);
    }

    @Test
    void countsARepeatedRequestOnce() {
        var token = app.token(bob, "flattr");
        var thing = books.thingOf(alice);

        for (int time = 0; time < 3; time++) {
            AnApp.with(token)
                    .header("Idempotency-Key", "the-same")
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201);
        }

        assertThat(given()).isEqualTo(1);
    }

    @Test
    void holdsForWhatIsGivenEveryMonth() {
        var token = tokenWithALimitOf("1");

        subscribe(token).then().statusCode(201);

        subscribe(token).then().statusCode(403).body("type", equalTo("/problems/app_limit"));
        assertThat(books.number("select count(*) from subscriptions where supporter_id = ?", bob.id()))
                .isEqualTo(1);
    }

    @Test
    void countsWhatComesOfItInTheFollowingMonths() {
        var token = tokenWithALimitOf("1");
        subscribe(token).then().statusCode(201);

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(flattrsOfBob()).isEqualTo(2);
        assertThat(statuses(token, 1)).containsExactly(403);
    }

    @Test
    void missesWhatIsBeyondItAndSaysSo() {
        var token = tokenWithALimitOf("2");
        subscribe(token).then().statusCode(201);
        subscribe(token).then().statusCode(201);
        limit("1");

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(flattrsOfBob()).isEqualTo(3);
        bob.asks().get(SUBSCRIPTIONS).then().body("items.missed.reason.findAll { it }", contains("app_limit"));
    }

    @Test
    void givesThePlaceOfWhatIsFlattredAlreadyToTheNext() {
        var token = tokenWithALimitOf("2");
        var first = subscribed(token);
        subscribed(token);
        limit("1");
        time.toTheNextMonth();
        books.deposit(bob, "5.00");
        books.flattr(bob, first);

        time.doWhatIsDue();
        everyMonth.run();

        assertThat(flattrsOfBob()).isEqualTo(4);
    }

    @Test
    void takesAPlaceForWhatThePersonHasFlattredThemselves() {
        var token = tokenWithALimitOf("1");
        var things = List.of(books.thingOf(alice), books.thingOf(alice));
        things.forEach(thing -> books.flattr(bob, thing));

        subscribe(token, things.get(0)).then().statusCode(201);

        subscribe(token, things.get(1)).then().statusCode(403);
    }

    @Test
    void holdsForWhatAnAppResumes() {
        var token = tokenWithALimitOf("1");
        var things = List.of(books.thingOf(alice), books.thingOf(alice));
        for (var thing : things) {
            everyMonth.subscribe(bob, thing, "null");
            everyMonth.pause(bob, thing);
        }

        resume(token, things.get(0)).then().statusCode(200);
        resume(token, things.get(1)).then().statusCode(403).body("type", equalTo("/problems/app_limit"));

        bob.asks().get(SUBSCRIPTIONS).then().body("items.state", contains("paused", "running"));
        resume(token, things.get(0)).then().statusCode(200);
        resume(token, 0).then().statusCode(404);
    }

    @Test
    void countsWhatAnAppResumedOnceWhereItIsStillToBeFlattredThisMonth() {
        var token = tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        everyMonth.subscribe(bob, thing, "null");
        everyMonth.pause(bob, thing);
        everyMonth.next();
        books.deposit(bob, "5.00");

        resume(token, thing).then().statusCode(200);
        everyMonth.run();

        assertThat(flattrsOfBob()).isEqualTo(2);
        assertThat(given()).isEqualTo(1);
        assertThat(statuses(token, 1)).containsExactly(403);
    }

    @Test
    void holdsForALongerTerm() {
        var token = tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        everyMonth.subscribe(bob, thing, "3");
        statuses(token, 1);

        AnApp.with(token)
                .body("{\"thing\":" + thing + ",\"months\":12}")
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(403);

        bob.asks().get(SUBSCRIPTIONS).then().body("items.months", contains(3));
    }

    @Test
    void leavesAloneWhatThePersonHasTakenUpThemselves() {
        var thing = subscribed(tokenWithALimitOf("1"));
        limit("0");
        everyMonth.pause(bob, thing);
        everyMonth.resume(bob, thing);

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(flattrsOfBob()).isEqualTo(2);
    }

    @Test
    void outlivesTheAccessAsLongAsWhatTheAppBeganGoesOn() {
        var things = subscribedToMoreThanALimitOfOne();
        books.run(
                "update apps set owner_id = null, created_at = now() - interval '50 days' where id = ?::uuid", app.id);
        bob.forms().post("/dashboard/apps/" + app.id + "/end").then().statusCode(303);
        books.run("update grants set ended_at = now() - interval '40 days' where app_id = ?::uuid", app.id);

        isStillLimitedWhenWhatIsOldIsForgotten(things);
    }

    @Test
    void outlivesAnAppThatIsDeletedAsLongAsWhatItBeganGoesOn() {
        var things = subscribedToMoreThanALimitOfOne();
        alice.forms().post("/apps/" + app.id + "/delete").then().statusCode(303);
        books.run("update apps set deleted_at = now() - interval '40 days' where id = ?::uuid", app.id);
        books.run("delete from grants where app_id = ?::uuid", app.id);

        isStillLimitedWhenWhatIsOldIsForgotten(things);
    }

    private List<Long> subscribedToMoreThanALimitOfOne() {
        var token = tokenWithALimitOf("2");
        var things = List.of(subscribed(token), subscribed(token));
        limit("1");
        return things;
    }

    private void isStillLimitedWhenWhatIsOldIsForgotten(List<Long> things) {
        forgetJob.run().await().atMost(PATIENCE);
        everyMonth.next();
        books.topUp(bob, "5.00");
        assertThat(flattrsOfBob()).isEqualTo(3);

        things.forEach(
                thing -> bob.asks().delete(SUBSCRIPTIONS + "/" + thing).then().statusCode(204));
        forgetJob.run().await().atMost(PATIENCE);
        assertThat(books.number("select count(*) from apps where id = ?::uuid", app.id))
                .isZero();
    }

    @Test
    void letsAnAppGiveNothing() {
        assertThat(statuses(tokenWithALimitOf("0"), 1)).containsExactly(403);
    }

    @Test
    void isLiftedAtOnce() {
        var token = tokenWithALimitOf("1");
        assertThat(statuses(token, 2)).containsExactly(201, 403);

        limit("");

        assertThat(statuses(token, 2)).containsExactly(201, 201);
    }

    @Test
    void countsWhatWasGivenBeforeThereWasALimit() {
        var token = app.token(bob, "flattr");
        statuses(token, 2);

        limit("2");

        assertThat(statuses(token, 1)).containsExactly(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "1.5", "100001", "99999999999", "１"})
    void isAWholeNumberOrNothing(String limit) {
        var answer = AnApp.decides(
                bob, app.request("flattr"), Map.of("decision", "allow", "form", bob.formToken(), "limit", limit));

        answer.then().statusCode(422).body(containsString("A limit is a whole number of flattrs a month"));
    }

    private String tokenWithALimitOf(String limit) {
        var answer = AnApp.decides(
                bob, app.request("flattr"), Map.of("decision", "allow", "form", bob.formToken(), "limit", limit));
        return app.exchanges(AnApp.code(answer)).path("access_token");
    }

    private void limit(String limit) {
        AnApp.form(bob)
                .formParam("limit", limit)
                .post("/dashboard/apps/" + app.id + "/limit")
                .then()
                .statusCode(303);
    }

    private List<Integer> statuses(String token, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> flattr(token, books.thingOf(alice)).statusCode())
                .toList();
    }

    private Response subscribe(String token) {
        return subscribe(token, books.thingOf(alice));
    }

    private static Response subscribe(String token, long thing) {
        return AnApp.with(token).body("{\"thing\":" + thing + "}").post(SUBSCRIPTIONS);
    }

    private long subscribed(String token) {
        var thing = books.thingOf(alice);
        subscribe(token, thing).then().statusCode(201);
        return thing;
    }

    private static Response resume(String token, long thing) {
        return AnApp.with(token).post(SUBSCRIPTIONS + "/" + thing + "/resume");
    }

    private long flattrsOfBob() {
        return books.number("select count(*) from flattrs where supporter_id = ?", bob.id());
    }

    private long given() {
        return books.number("select sum(flattrs) from app_flattrs where app_id = ?::uuid", app.id);
    }

    private static Response flattr(String token, long thing) {
        return AnApp.with(token).body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");
    }
}
