package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.database.Transactions;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TakingTurnsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Transactions transactions;

    @Inject
    HookQueue queue;

    private HookReceiver receiver;
    private AnApp app;
    private HookEndpoint endpoint;

    @BeforeEach
    void tellAnAppOfAlice() {
        var alice = people.person("alice");
        var bob = people.person("bob");
        var carol = people.person("carol");
        books.means(bob, "5.00", "5.00");
        receiver = new HookReceiver();
        app = AnApp.of(carol);
        endpoint = hook(carol);
        app.token(alice, "extendedread");
        books.flattr(bob, books.thingOf(alice));
    }

    @AfterEach
    void end() {
        books.run("delete from hook_endpoints where url = ?", receiver.address());
        receiver.close();
    }

    @Test
    void judgesAMessageWhenItsTurnComes() {
        books.run("update grants set expires_at = now() where app_id = ?::uuid", app.id);

        var due = due();
        assertThat(due).hasSize(1);

        assertThat(mayBeSent(due.get(0))).isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void sendsNothingThatAnotherServerHasDroppedMeanwhile() {
        var here = due().get(0);
        var there = due().get(0);
        books.run("update grants set expires_at = now() where app_id = ?::uuid", app.id);

        assertThat(mayBeSent(there)).isFalse();
        assertThat(mayBeSent(here)).isFalse();
    }

    @Test
    void sendsNothingThatAnotherServerHasSentMeanwhile() {
        var message = due().get(0);
        assertThat(mayBeSent(message)).isTrue();

        now(queue.delivered(endpoint, message, 200));

        assertThat(mayBeSent(message)).isFalse();
    }

    private HookEndpoint hook(Person owner) {
        var wanted = Map.of("url", receiver.address(), "events", List.of("thing.flattred"), "app", app.id);
        var id = owner.asks()
                .body(wanted)
                .post("/api/v1/hooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return now(transactions.read(connection -> HookRows.find(connection, new AccountId(owner.id()), id)))
                .orElseThrow();
    }

    private List<HookDelivery> due() {
        return now(queue.due(endpoint, 10));
    }

    private boolean mayBeSent(HookDelivery delivery) {
        return now(queue.mayBeSent(endpoint, delivery));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
