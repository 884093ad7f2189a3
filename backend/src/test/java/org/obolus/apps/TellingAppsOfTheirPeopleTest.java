package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.payments.TopUps;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TellingAppsOfTheirPeopleTest {

    private static final String HOOKS = "/api/v1/hooks";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    TopUps topUps;

    @Inject
    Hooked hooked;

    private Person alice;
    private Person bob;
    private Person carol;
    private AnApp app;
    private HookReceiver receiver;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "5.00", "5.00");
        app = AnApp.of(carol);
        receiver = new HookReceiver();
    }

    @AfterEach
    void end() {
        books.run("delete from hook_endpoints where url = ?", receiver.address());
        receiver.close();
    }

    @Test
    void tellsAnAppOfWhoeverLetsItReadThat() {
        hook("thing.*");
        app.token(alice, "extendedread");
        app.token(alice, "extendedread flattr");

        books.flattr(bob, books.thingOf(alice));
        hooked.send();

        var message = receiver.only();
        assertThat(message.event()).isEqualTo("thing.flattred");
        assertThat(message.data().getString("account")).isEqualTo(alice.username());
        assertThat(message.data().getInteger("flattrs")).isEqualTo(1);
        assertThat(message.body()).doesNotContain(bob.username());
    }

    @Test
    void tellsNothingThatAPersonDidNotAllow() {
        hook("thing.*", "deposit.*", "settlement.*");
        app.token(alice, "flattr thing email");
        app.token(bob, "extendedread");

        books.flattr(bob, books.thingOf(alice));
        topUps.of(bob, "5.00");
        hooked.send();

        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void tellsOfMoneyWhereThatIsAllowed() {
        time.settleTheMonth();
        hook("deposit.paid", "settlement.final");
        app.token(alice, "revenue:read");
        app.token(bob, "budget:read");
        topUps.of(bob, "5.00");
        books.flattr(bob, books.thingOf(alice));

        time.toTheNextMonth();
        time.doWhatIsDue();
        time.toSettlement();
        hooked.send();

        assertThat(receiver.messages())
                .extracting(HookReceiver.Message::event)
                .containsExactly("deposit.paid", "settlement.final");
        assertThat(receiver.messages())
                .extracting(message -> message.data().getString("account"))
                .containsExactly(bob.username(), alice.username());
        assertThat(receiver.messages().get(1).data().getLong("net_micros")).isEqualTo(4_500_000);
    }

    @Test
    void tellsNothingMoreOnceTheAccessHasEnded() {
        var made = hook("thing.flattred");
        app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));

        endsTheAccess(alice);
        books.flattr(bob, books.thingOf(alice));
        hooked.send();

        assertThat(receiver.messages()).isEmpty();
        carol.asks()
                .get(HOOKS + "/{id}/deliveries", made.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("failed"))
                .body("items[0].failure", equalTo("Its person has ended the access."))
                .body("items[0].data", equalTo(Map.of()));
    }

    @Test
    void sendsNothingThatWaitedBeforeTheAccessEndedThoughItIsAllowedAgain() {
        var made = hook("thing.flattred");
        app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));
        receiver.answering(500);
        hooked.send();
        receiver.only();

        endsTheAccess(alice);
        app.token(alice, "extendedread");
        hooked.passTime(made);
        hooked.send();

        receiver.only();
        var log = hooked.log(carol, made);
        assertThat(log.getString("items[0].failure")).isEqualTo("Its person has ended the access.");
        assertThat(log.getMap("items[0].data")).isEmpty();
    }

    @Test
    void sendsWhatWaitsWhileTheAppMayReadOnAnotherDevice() {
        hook("thing.flattred");
        app.token(alice, "extendedread");
        var other = app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));

        app.revokes(other).then().statusCode(200);
        hooked.send();

        receiver.only();
    }

    @Test
    void showsNothingOfWhoeverHasEndedTheAccessBeforeItWasSent() {
        var made = hook("thing.flattred");
        app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));
        var log = HOOKS + "/{id}/deliveries";
        carol.asks().get(log, made.id()).then().body("items[0].data.account", equalTo(alice.username()));

        endsTheAccess(alice);

        carol.asks().get(log, made.id()).then().body("items[0].data", equalTo(Map.of()));
    }

    @Test
    void sendsNothingAgainOfWhoeverHasEndedTheAccess() {
        var made = hook("thing.flattred");
        app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));
        hooked.send();
        receiver.only();
        endsTheAccess(alice);

        var number = hooked.log(carol, made).getLong("items[0].number");
        carol.asks()
                .post(HOOKS + "/{id}/deliveries/{number}/replay", made.id(), number)
                .then()
                .statusCode(204);
        hooked.send();

        receiver.only();
    }

    @Test
    void isForTheOwnerOfTheAppOnly() {
        asks(bob, app.id, "thing.*").then().statusCode(404);
        asks(carol, "00000000-0000-0000-0000-000000000000", "thing.*").then().statusCode(404);
        AnApp.with(app.token(carol, "thing extendedread"))
                .body(Map.of("url", receiver.address(), "events", List.of("thing.*"), "app", app.id))
                .post(HOOKS)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsTheOwnerNothingOfThemselvesThere() {
        hook("thing.*");

        books.flattr(bob, books.thingOf(carol));
        hooked.send();

        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void endsWithTheApp() {
        hook("thing.*");
        carol.asks().get(HOOKS).then().body("app", contains(app.id));

        carol.forms().post("/apps/" + app.id + "/delete").then().statusCode(303);

        carol.asks().get(HOOKS).then().body("", hasSize(0));
    }

    @Test
    void hasAPageBesideTheAppsAndALog() {
        var here = "/apps/" + app.id + "/hooks";
        carol.browses().get("/apps/" + app.id).then().body(containsString(here));
        carol.browses().get(here).then().statusCode(200).body(containsString("No web hook yet"));
        bob.browses().get(here).then().statusCode(404);
        bob.forms().formParam("url", receiver.address()).post(here).then().statusCode(404);
        carol.forms().formParam("url", receiver.address()).post(here).then().statusCode(422);

        carol.forms()
                .formParam("url", receiver.address())
                .formParam("events", "thing.flattred")
                .post(here)
                .then()
                .statusCode(200)
                .body(containsString("whsec_"));

        var id = hooked.list(carol).getLong("[0].id");
        carol.browses().get(here).then().body(containsString("/dashboard/hooks/" + id));
        carol.browses().get("/dashboard/hooks/" + id).then().body(containsString(here));
        carol.browses().get("/dashboard/hooks").then().body(containsString("No web hook yet"));
    }

    private Hooked.Made hook(String... events) {
        return Hooked.Made.of(
                asks(carol, app.id, events).then().statusCode(201).extract().jsonPath());
    }

    private Response asks(Person owner, String named, String... events) {
        return owner.asks()
                .body(Map.of("url", receiver.address(), "events", List.of(events), "app", named))
                .post(HOOKS);
    }

    private void endsTheAccess(Person person) {
        person.forms().post("/dashboard/apps/" + app.id + "/end").then().statusCode(303);
    }
}
