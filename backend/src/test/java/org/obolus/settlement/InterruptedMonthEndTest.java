package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.database.Transactions;
import org.obolus.testing.Books;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Money jobs can be run twice, and die anywhere (money.md, rule 17). */
@QuarkusTest
class InterruptedMonthEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    ServersInTests servers;

    /** What other tests flattred would bring fees of its own. */
    @BeforeEach
    void beginAMonthOfItsOwn() {
        time.settleTheMonth();
    }

    @Test
    void comesToTheSameResultWhereverItDied() {
        var statement = 0;
        var killed = true;
        while (killed) {
            var scene = new Scene();
            var month = time.toTheNextMonth();
            var mortal = new InterruptedTransactions(pool, statement++);
            servers.settle(mortal, month)
                    .onFailure()
                    .recoverWithItem(false)
                    .await()
                    .atMost(PATIENCE);
            killed = mortal.wasKilled();
            settleWhole(month);

            scene.isSettledExactly(month);
        }
        assertThat(statement).isGreaterThan(40);
    }

    @Test
    void comesToTheSameResultOnTwoServersAtOnce() {
        var scene = new Scene();
        var month = time.toTheNextMonth();

        var both = List.of(servers.settle(transactions, month), servers.settle(servers.another(), month));
        Uni.join().all(both).andCollectFailures().await().atMost(PATIENCE);
        settleWhole(month);

        scene.isSettledExactly(month);
    }

    /** Until nothing is left: what the dead server began may still be on its way back for a moment. */
    private void settleWhole(Month month) {
        servers.settle(transactions, month)
                .repeat()
                .whilst(settled -> !settled)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    /** Five with odd funds give to two creators and nobody's site; Dave to a creator and to what is his own by then. */
    private final class Scene {
        final Person alice = people.person("alice");
        final Person carol = people.person("carol");
        final long fees = books.balance("fees");
        final Person dave = people.person("dave");
        final List<Person> supporters = new ArrayList<>();

        Scene() {
            var ofAlice = books.thingOf(alice);
            var ofCarol = books.thingOf(carol);
            var ofNobody = books.thingOfNobody("nobody" + alice.id() + ".example");
            var ofDave = books.thingOfNobody("dave" + dave.id() + ".example");
            books.means(dave, "5.00", "2.000001");
            click(dave, ofAlice);
            click(dave, ofDave);
            books.siteOf(dave, "dave" + dave.id() + ".example");
            for (int i = 0; i < 5; i++) {
                var bob = people.person("bob");
                supporters.add(bob);
                books.means(bob, "2.00", "2.00000" + i);
                for (var thing : List.of(ofAlice, ofCarol, ofNobody)) {
                    click(bob, thing);
                }
            }
        }

        private void click(Person supporter, long thing) {
            supporter
                    .asks()
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201);
        }

        void isSettledExactly(Month month) {
            assertThat(books.balance("pool:" + month)).isZero();
            assertThat(books.balance("revenue:" + alice.id())).isEqualTo(5 * 666_667L + 1_000_001 - 433_333);
            assertThat(books.balance("revenue:" + carol.id())).isEqualTo(5 * 666_667L - 333_333);
            assertThat(books.balance("held:" + month)).isEqualTo(5 * 666_666L);
            assertThat(books.balance("fees") - fees).isEqualTo(433_333 + 333_333);
            assertThat(books.balance("funds:" + dave.id())).isEqualTo(1_000_000);
            assertThat(supporters.stream().map(bob -> books.balance("funds:" + bob.id())))
                    .containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(books.number(
                            "select count(*) from months where state = 'settled' and month = ?", month.firstDay()))
                    .isEqualTo(1);
        }
    }
}
