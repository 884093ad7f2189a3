package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SendingHooksTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Hooked hooked;

    @Inject
    HookQueue queue;

    private Person alice;
    private HookReceiver receiver;
    private Hooked.Made hook;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        receiver = new HookReceiver();
        hook = hooked.hook(alice, receiver, "thing.flattred");
    }

    @AfterEach
    void end() {
        books.run("delete from hook_endpoints where account_id = ?", alice.id());
        receiver.close();
    }

    @Test
    void signsWithTheSecretAndWithTheKey() {
        test();

        hooked.send();

        var message = receiver.only();
        assertThat(message.isSignedWith(hook.secret())).isTrue();
        assertThat(message.isSignedFor(hook.publicKey())).isTrue();
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.event()).isEqualTo("hook.test");
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThat(Instant.parse(message.json().getString("timestamp"))).isNotNull();
    }

    @Test
    void signsWithTheOldSecretTooForADay() {
        var changed = Hooked.Made.of(alice.asks()
                .post("/api/v1/hooks/{id}/secret", hook.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
        test();
        hooked.send();
        books.run("update hook_endpoints set keys_until = now() where id = ?", hook.id());
        test();
        hooked.send();

        var during = receiver.messages().get(0);
        var after = receiver.messages().get(1);
        assertThat(changed.secret()).isNotEqualTo(hook.secret());
        assertThat(during.isSignedWith(hook.secret())).isTrue();
        assertThat(during.isSignedFor(hook.publicKey())).isTrue();
        assertThat(List.of(during, after)).allMatch(message -> message.isSignedWith(changed.secret()));
        assertThat(List.of(during, after)).allMatch(message -> message.isSignedFor(changed.publicKey()));
        assertThat(after.isSignedWith(hook.secret())).isFalse();
        assertThat(after.isSignedFor(hook.publicKey())).isFalse();
    }

    @Test
    void keepsTheOrderInWhichItHappened() {
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var things = IntStream.range(0, 5).mapToObj(n -> books.thingOf(alice)).toList();
        things.forEach(thing -> books.flattr(bob, thing));

        hooked.send();

        assertThat(receiver.messages())
                .extracting(message -> message.data().getJsonObject("thing").getLong("id"))
                .isEqualTo(things);
    }

    @Test
    void triesAgainUnderTheSameIdAndGoesOnThen() {
        receiver.answering(500, 302);
        test();
        test();

        hooked.send();
        assertThat(receiver.messages()).hasSize(1);
        var failed = hooked.log(alice, hook);
        hooked.passTime(hook);
        hooked.send();
        hooked.passTime(hook);
        hooked.send();

        assertThat(receiver.messages()).hasSize(4);
        assertThat(receiver.messages().subList(0, 3))
                .extracting(HookReceiver.Message::id)
                .containsOnly(receiver.messages().get(0).id());
        assertThat(receiver.messages().get(3).id())
                .isNotEqualTo(receiver.messages().get(0).id());
        assertThat(failed.getInt("items[1].status")).isEqualTo(500);
        assertThat(failed.getString("items[1].state")).isEqualTo("waiting");
        assertThat(failed.getString("items[1].failure")).contains("500");
        assertThat(hooked.log(alice, hook).getList("items.state", String.class)).containsOnly("delivered");
        assertThat(hooked.log(alice, hook).getInt("items[1].attempts")).isEqualTo(3);
    }

    @Test
    void waitsLongerEachTimeAndGivesUpAfterThreeDays() {
        var pauses = IntStream.range(0, 9)
                .mapToObj(n -> SendHooks.pauseAfter(n).orElseThrow())
                .toList();

        assertThat(pauses).isSorted();
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(71), Duration.ofHours(80));
        assertThat(SendHooks.pauseAfter(9)).isEqualTo(Optional.empty());
    }

    @Test
    void sendsNothingMoreToWhatIsGoneAndTellsItsOwner() {
        receiver.answering(410);
        test();
        hooked.send();

        test();
        hooked.passTime(hook);
        hooked.send();

        assertThat(receiver.messages()).hasSize(1);
        alice.asks()
                .get("/api/v1/hooks/{id}", hook.id())
                .then()
                .body("disabled_for", equalTo("gone"))
                .body("disabled_at", notNullValue());
        assertThat(mailsToAlice()).isEqualTo(1);
        alice.asks()
                .body("{\"enabled\": true}")
                .patch("/api/v1/hooks/{id}", hook.id())
                .then()
                .statusCode(200);
        hooked.passTime(hook);
        hooked.send();
        assertThat(receiver.messages()).hasSize(3);
    }

    @Test
    void sendsNothingMoreToWhatFailedForThreeDays() {
        receiver.answering(500, 500, 500);
        test();
        hooked.send();
        books.run("update hook_endpoints set failing_since = now() - interval '71 hours' where id = ?", hook.id());
        hooked.passTime(hook);
        hooked.send();
        alice.asks().get("/api/v1/hooks/{id}", hook.id()).then().body("disabled_for", equalTo(null));

        books.run("update hook_endpoints set failing_since = now() - interval '73 hours' where id = ?", hook.id());
        hooked.passTime(hook);
        hooked.send();

        alice.asks().get("/api/v1/hooks/{id}", hook.id()).then().body("disabled_for", equalTo("failing"));
        assertThat(mailsToAlice()).isEqualTo(1);
    }

    @Test
    void forgetsThatItFailedOnceItSucceeds() {
        receiver.answering(500);
        test();
        hooked.send();
        alice.asks().get("/api/v1/hooks/{id}", hook.id()).then().body("failing_since", notNullValue());

        hooked.passTime(hook);
        hooked.send();

        alice.asks().get("/api/v1/hooks/{id}", hook.id()).then().body("failing_since", equalTo(null));
    }

    @Test
    void sendsOnceMoreWhatItsOwnerAsksForUnderTheSameId() {
        test();
        hooked.send();
        var number = hooked.log(alice, hook).getLong("items[0].number");

        alice.asks()
                .post("/api/v1/hooks/{id}/deliveries/{number}/replay", hook.id(), number)
                .then()
                .statusCode(204);
        hooked.send();

        assertThat(receiver.messages()).hasSize(2);
        assertThat(receiver.messages().get(1).id())
                .isEqualTo(receiver.messages().get(0).id());
        assertThat(receiver.messages().get(1).body())
                .isEqualTo(receiver.messages().get(0).body());
    }

    @Test
    void sendsWhatAServerThatDiedHadInItsHands() {
        test();
        var taken = queue.take(100, Duration.ofMinutes(1)).await().atMost(Duration.ofSeconds(10));
        hooked.send();
        assertThat(taken).extracting(HookEndpoint::id).contains(hook.id());
        assertThat(receiver.messages()).isEmpty();

        hooked.passTime(hook);
        hooked.send();

        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void sendsOnceWhatManyServersFindAtOnce() {
        IntStream.range(0, 10).forEach(n -> test());

        AtOnce.times(6, server -> {
            hooked.send();
            return server;
        });

        Eventually.holds("all have come", () -> receiver.messages().size() >= 10);
        assertThat(receiver.messages()).extracting(HookReceiver.Message::id).doesNotHaveDuplicates();
    }

    @Test
    void doesNotLetOneThatKeepsSilentHoldUpAnother() throws InterruptedException {
        var slow = new HookReceiver();
        slow.fallSilent();
        var other = hooked.hook(alice, slow, "thing.flattred");
        alice.asks().post("/api/v1/hooks/{id}/test", other.id()).then().statusCode(204);
        var turn = new Thread(hooked::send);
        turn.start();

        Eventually.holds("the slow one has been asked", () -> !slow.messages().isEmpty());
        test();
        hooked.send();

        assertThat(receiver.messages()).hasSize(1);
        slow.close();
        turn.join();
    }

    private void test() {
        alice.asks().post("/api/v1/hooks/{id}/test", hook.id()).then().statusCode(204);
    }

    private long mailsToAlice() {
        return books.number(
                "select count(*) from outbox where kind = 'mail' and payload like '%hook-disabled%' and payload like"
                        + " '%' || ? || '@%'",
                alice.username());
    }
}
