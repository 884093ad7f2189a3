package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.MonthsOfServer;
import org.obolus.database.Transactions;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** What nobody comes for goes back to the very people it is from: whole, when its time is over, once (rule 11). */
@QuarkusTest
class ReturningHeldSharesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Settlement settlement;

    @Inject
    Pool pool;

    @Inject
    MonthsOfServer monthsOf;

    @Inject
    HoldingTime holdingTime;

    Person alice;
    Person bob;
    Person carol;

    @BeforeEach
    void twoFlattrWhatNobodyHasClaimed() {
        time.settleTheMonth();
        meet();
    }

    @Test
    void givesEachTheirOwnToTheMicro() {
        var fees = books.balance("fees");
        var month = time.settleTheMonth();
        assertThat(books.balance("held:" + month)).isEqualTo(2_000_001 + 2_500_000);

        time.passMonths(5);
        assertThat(books.balance("funds:" + bob.id())).isZero();
        time.settleTheMonth();
        time.passDays(0);

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_001);
        assertThat(books.balance("funds:" + carol.id())).isEqualTo(2_500_000);
        assertThat(books.balance("held:" + month)).isZero();
        assertThat(books.balance("fees")).isEqualTo(fees);
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.state", contains("returned", "returned", "returned"));
    }

    @Test
    void isDoneOnceByTwoServersAtOnce() {
        var month = time.settleTheMonth();
        time.passMonths(5);
        var ended = time.toTheNextMonth();
        time.toTheDayOfSettlement();
        settlement.settle(ended).await().atMost(PATIENCE);

        AtOnce.times(2, number -> {
            giveBackOn(new SecondServer(pool));
            return number;
        });

        assertThat(books.balance("held:" + month)).isZero();
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_001);
        assertThat(books.balance("funds:" + carol.id())).isEqualTo(2_500_000);
    }

    @Test
    void isDoneOnceWhereverItsServerDied() {
        var statement = 0;
        var killed = true;
        while (killed) {
            var month = time.settleTheMonth();
            books.run(
                    "update identities set opted_out_at = calendar_now() where name like ?",
                    "site:%" + bob.id() + ".example");
            var mortal = new InterruptedTransactions(pool, statement++);
            try {
                giveBackOn(mortal);
            } catch (InterruptedTransactions.Killed dead) {
                assertThat(mortal.wasKilled()).isTrue();
            }
            killed = mortal.wasKilled();
            time.doWhatIsDue();

            assertThat(books.balance("held:" + month)).isZero();
            assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_001);
            assertThat(books.balance("funds:" + carol.id())).isEqualTo(2_500_000);
            meet();
        }
        assertThat(statement).isGreaterThan(3);
    }

    @Test
    void waitsAsMuchLongerAsAContestLasted() {
        var month = time.settleTheMonth();
        var sites = "name like 'site:%" + bob.id() + ".example'";
        books.run("update identities set contested = true where " + sites);
        books.run("insert into contests (identity_id, challenger_id, opened_at, due_at)" + " select id, " + alice.id()
                + ", calendar_now(), calendar_now() from identities where " + sites);
        time.passDays(14);
        books.run("update contests set decided_at = calendar_now()"
                + " where identity_id in (select id from identities where " + sites + ")");
        books.run("update identities set contested = false where " + sites);

        time.passMonths(6);
        var whenItWasPlanned = books.balance("held:" + month);
        time.passDays(13);
        var aDayBefore = books.balance("held:" + month);
        time.passDays(1);

        assertThat(List.of(whenItWasPlanned, aDayBefore)).containsOnly(4_500_001L);
        assertThat(books.balance("held:" + month)).isZero();
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_001);
    }

    private void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "3.00", "2.000001");
        books.means(carol, "2.50", "2.50");
        var one = "one" + bob.id() + ".example";
        books.flattr(bob, books.thingOfNobody(one));
        books.flattr(bob, books.thingOfNobody(one));
        books.flattr(bob, books.thingOfNobody("other" + bob.id() + ".example"));
        books.flattr(carol, books.thingOfNobody(one));
    }

    private void giveBackOn(Transactions server) {
        new ReturnHeld(server, new PotsAtRest(monthsOf.with(server)), holdingTime)
                .giveBack()
                .await()
                .atMost(PATIENCE);
    }

    private static final class SecondServer extends Transactions {
        SecondServer(Pool pool) {
            super(pool);
        }
    }
}
