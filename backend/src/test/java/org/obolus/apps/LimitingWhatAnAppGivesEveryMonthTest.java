package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.flattrs.EveryMonth;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class LimitingWhatAnAppGivesEveryMonthTest {

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

    private LimitedApp limited;
    private Person alice;
    private Person bob;
    private AnApp app;

    @BeforeEach
    void meet() {
        limited = LimitedApp.of(people, books);
        alice = limited.alice();
        bob = limited.bob();
        app = limited.app();
    }

    @Test
    void holdsForWhatIsGivenEveryMonth() {
        var token = limited.tokenWithALimitOf("1");

        subscribe(token).then().statusCode(201);

        subscribe(token).then().statusCode(403).body("type", equalTo("/problems/app_limit"));
        assertThat(books.number("select count(*) from subscriptions where supporter_id = ?", bob.id()))
                .isEqualTo(1);
    }

    @Test
    void countsWhatComesOfItInTheFollowingMonths() {
        var token = limited.tokenWithALimitOf("1");
        subscribe(token).then().statusCode(201);

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(limited.flattrsOfBob()).isEqualTo(2);
        assertThat(limited.statuses(token, 1)).containsExactly(403);
    }

    @Test
    void missesWhatIsBeyondItAndSaysSo() {
        var token = limited.tokenWithALimitOf("2");
        subscribe(token).then().statusCode(201);
        subscribe(token).then().statusCode(201);
        limited.limit("1");

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(limited.flattrsOfBob()).isEqualTo(3);
        bob.asks().get(SUBSCRIPTIONS).then().body("items.missed.reason.findAll { it }", contains("app_limit"));
    }

    @Test
    void givesThePlaceOfWhatIsFlattredAlreadyToTheNext() {
        var token = limited.tokenWithALimitOf("2");
        var first = subscribed(token);
        subscribed(token);
        limited.limit("1");
        time.toTheNextMonth();
        books.deposit(bob, "5.00");
        books.flattr(bob, first);

        time.doWhatIsDue();
        everyMonth.run();

        assertThat(limited.flattrsOfBob()).isEqualTo(4);
    }

    @Test
    void takesAPlaceForWhatThePersonHasFlattredThemselves() {
        var token = limited.tokenWithALimitOf("1");
        var things = List.of(books.thingOf(alice), books.thingOf(alice));
        things.forEach(thing -> books.flattr(bob, thing));

        subscribe(token, things.get(0)).then().statusCode(201);

        subscribe(token, things.get(1)).then().statusCode(403);
    }

    @Test
    void holdsForWhatAnAppResumes() {
        var token = limited.tokenWithALimitOf("1");
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
        var token = limited.tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        everyMonth.subscribe(bob, thing, "null");
        everyMonth.pause(bob, thing);
        everyMonth.next();
        books.deposit(bob, "5.00");

        resume(token, thing).then().statusCode(200);
        everyMonth.run();

        assertThat(limited.flattrsOfBob()).isEqualTo(2);
        assertThat(limited.given()).isEqualTo(1);
        assertThat(limited.statuses(token, 1)).containsExactly(403);
    }

    @Test
    void holdsForALongerTerm() {
        var token = limited.tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        everyMonth.subscribe(bob, thing, "3");
        limited.statuses(token, 1);

        AnApp.with(token)
                .body("{\"thing\":" + thing + ",\"months\":12}")
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(403);

        bob.asks().get(SUBSCRIPTIONS).then().body("items.months", contains(3));
    }

    @Test
    void leavesAloneWhatThePersonHasTakenUpThemselves() {
        var thing = subscribed(limited.tokenWithALimitOf("1"));
        limited.limit("0");
        everyMonth.pause(bob, thing);
        everyMonth.resume(bob, thing);

        everyMonth.next();
        books.topUp(bob, "5.00");

        assertThat(limited.flattrsOfBob()).isEqualTo(2);
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
        var token = limited.tokenWithALimitOf("2");
        var things = List.of(subscribed(token), subscribed(token));
        limited.limit("1");
        return things;
    }

    private void isStillLimitedWhenWhatIsOldIsForgotten(List<Long> things) {
        forgetJob.run().await().atMost(PATIENCE);
        everyMonth.next();
        books.topUp(bob, "5.00");
        assertThat(limited.flattrsOfBob()).isEqualTo(3);

        things.forEach(
                thing -> bob.asks().delete(SUBSCRIPTIONS + "/" + thing).then().statusCode(204));
        forgetJob.run().await().atMost(PATIENCE);
        assertThat(books.number("select count(*) from apps where id = ?::uuid", app.id))
                .isZero();
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
}
