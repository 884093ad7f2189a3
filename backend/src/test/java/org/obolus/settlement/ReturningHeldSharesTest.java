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
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.identities.SiteHost;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.testing.LittleSite;
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
    ServersInTests servers;

    @Inject
    Identities identities;

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
    void isDecidedByAnOptOutWhoeverClaimsItAMomentLater() {
        try (var blog = LittleSite.named("wantednone")) {
            books.flattr(carol, books.thingOfNobody(blog.host()));
            time.settleTheMonth();
            optOut(blog.host());
            blog.provenBy(alice);

            time.doWhatIsDue();

            assertThat(books.balance("revenue:" + alice.id())).isZero();
            assertThat(books.balance("funds:" + carol.id())).isEqualTo(1_250_000);
        }
    }

    @Test
    void isDoneOnceByTwoServersAtOnce() {
        var month = time.settleTheMonth();
        time.passMonths(5);
        var ended = time.toTheNextMonth();
        time.toTheDayOfSettlement();
        settlement.settle(ended).await().atMost(PATIENCE);

        AtOnce.times(2, number -> {
            servers.giveBack(servers.another());
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
            optOut(one());
            optOut(other());
            var mortal = new InterruptedTransactions(pool, statement++);
            try {
                servers.giveBack(mortal);
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
        try (var blog = LittleSite.named("disputed")) {
            var erin = people.person("erin");
            books.means(erin, "2.00", "2.00");
            books.flattr(erin, books.thingOfNobody(blog.host()));
            blog.disputedBetween(alice, carol);
            var month = time.settleTheMonth();
            time.passDays(14);
            identities.decideContests().await().atMost(PATIENCE);
            alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

            time.passMonths(6);
            time.passDays(0);
            var whenItWasPlanned = books.balance("held:" + month);
            time.passDays(13);
            var aDayBefore = books.balance("held:" + month);
            time.passDays(1);

            assertThat(List.of(whenItWasPlanned, aDayBefore)).containsOnly(2_000_000L);
            assertThat(books.balance("held:" + month)).isZero();
            assertThat(books.balance("funds:" + erin.id())).isEqualTo(2_000_000);
        }
    }

    private void optOut(String site) {
        identities.optOut(IdentityName.of(SiteHost.of(site)), "file").await().atMost(PATIENCE);
    }

    private String one() {
        return "one" + bob.id() + ".example";
    }

    private String other() {
        return "other" + bob.id() + ".example";
    }

    private void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "3.00", "2.000001");
        books.means(carol, "2.50", "2.50");
        books.flattr(bob, books.thingOfNobody(one()));
        books.flattr(bob, books.thingOfNobody(one()));
        books.flattr(bob, books.thingOfNobody(other()));
        books.flattr(carol, books.thingOfNobody(one()));
    }
}
