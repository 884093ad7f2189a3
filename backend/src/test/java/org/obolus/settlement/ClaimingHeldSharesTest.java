package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.identities.Identities;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Whoever comes gets everything once, however their coming and the month's end fall together (money.md, rule 11). */
@QuarkusTest
class ClaimingHeldSharesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    @Inject
    Pool pool;

    @Inject
    ServersInTests servers;

    Person alice;
    Person bob;

    @BeforeEach
    void bobFlattrsWhoeverReadsAMail() {
        time.settleTheMonth();
        meet();
    }

    @Test
    void isNotNeededForWhatIsClaimedBeforeTheMonthEnds() {
        claim();

        var month = time.settleTheMonth();

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.number("select count(*) from held_shares where supporter_id = ?", bob.id()))
                .isZero();
        assertThat(books.balance("held:" + month)).isZero();
    }

    @Test
    void paysTheSameAtWhateverMomentOfTheSettlingItComes() {
        var statement = 0;
        var killed = true;
        while (killed) {
            var fees = books.balance("fees");
            var month = time.toTheNextMonth();
            var mortal = new InterruptedTransactions(pool, statement);
            statement += 3;
            servers.settle(mortal, month)
                    .onFailure()
                    .recoverWithItem(false)
                    .await()
                    .atMost(PATIENCE);
            killed = mortal.wasKilled();

            claim();
            time.toSettlement();

            assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
            assertThat(books.balance("fees") - fees).isEqualTo(200_000);
            assertThat(books.balance("held:" + month)).isZero();
            assertThat(books.balance("funds:" + bob.id())).isZero();
            meet();
        }
        assertThat(statement).isGreaterThan(30);
    }

    @Test
    void paysAllMonthsThatStillWaitAndNoneThatHasGoneBack() {
        var first = time.settleTheMonth();
        time.passMonths(4);
        books.deposit(bob, "2.00");
        flattr();
        var last = time.settleTheMonth();
        time.passMonths(2);

        claim();
        claim();
        time.doWhatIsDue();

        assertThat(states(first)).containsExactly("returned");
        assertThat(states(last)).containsExactly("claimed");
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_000);
        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
    }

    @Test
    void isForOneOfTwoWhoComeAtOnce() {
        try (var blog = LittleSite.named("heldtwice")) {
            books.deposit(bob, "2.00");
            time.settleTheMonth();
            books.flattr(bob, books.thingOfNobody(blog.host()));
            var month = time.settleTheMonth();
            var claimers = List.of(alice, people.person("carol"));
            blog.with(PROOF_FILE, blog.tokenFor(claimers.get(0)) + "\n" + blog.tokenFor(claimers.get(1)));

            var answers = AtOnce.times(
                    2,
                    number -> claimers.get(number)
                            .asks()
                            .post("/api/v1/sites/{host}/verification", blog.host())
                            .statusCode());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(claimers.stream().map(claimer -> books.balance("revenue:" + claimer.id())))
                    .containsExactlyInAnyOrder(1_800_000L, 0L);
            assertThat(books.balance("held:" + month)).isZero();
        }
    }

    @Test
    void andTheReturnAtOnceMoveEachShareOneWay() {
        var month = time.settleTheMonth();
        time.passMonths(5);
        time.toTheNextMonth();
        time.toTheDayOfSettlement();

        AtOnce.times(2, number -> {
            if (number == 0) {
                time.doWhatIsDue();
            } else {
                claim();
            }
            return number;
        });
        time.doWhatIsDue();

        assertThat(books.balance("held:" + month)).isZero();
        var claimed = states(month).contains("claimed");
        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(claimed ? 1_800_000 : 0);
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(claimed ? 0 : 2_000_000);
    }

    private void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "2.00", "2.00");
        flattr();
    }

    private void flattr() {
        var mail = identities.name(EmailAddress.of(alice.username() + "@mail.example"));
        books.flattr(bob, books.thingOfIdentity(mail.value()));
    }

    private void claim() {
        identities.claimEmail(alice.account()).await().atMost(PATIENCE);
    }

    private List<String> states(Month month) {
        return List.of(books.text(
                "select h.state from held_shares s join holdings h using (identity_id, month) where s.supporter_id = ? and s.month = ?::date",
                bob.id(),
                month.firstDay().toString()));
    }
}
