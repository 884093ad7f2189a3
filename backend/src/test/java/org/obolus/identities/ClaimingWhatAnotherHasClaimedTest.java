package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.obolus.identities.AMaker.collects;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class ClaimingWhatAnotherHasClaimedTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    DecidePlatformContests decideContests;

    private Person alice;
    private Person bob;
    private AMaker somebody;
    private Flavour.Who maker;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        somebody = AMaker.of(books);
        maker = somebody.who();
    }

    @Test
    void letsOneOfTwoAccountsHaveItThatCollectAtOnce() {
        var browsers = List.of(
                ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker),
                ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker));

        var answers = AtOnce.times(
                2, number -> browsers.get(number).presses("/claim/proven").header("Location"));

        assertThat(answers)
                .containsExactlyInAnyOrder(
                        "/dashboard/identities?news=collected", "/dashboard/identities?news=contested");
        assertThat(books.number("select count(*) from claims where identity_id = ?", somebody.identity()))
                .isEqualTo(1);
    }

    @Test
    void goesToWhoeverLoggedInThereLastWhenTwoClaimIt() {
        somebody.claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");
        assertThat(somebody.receiver()).isZero();
        assertThat(mailsTo(alice)).contains("person-contested");
        assertThat(mailsTo(bob)).contains("person-challenged");

        decide(0);

        assertThat(somebody.owner()).isEqualTo(bob.id());
        assertThat(somebody.receiver()).isEqualTo(bob.id());
        assertThat(mailsTo(alice)).contains("contest-decided", "\"won\":\"false\"");
        assertThat(mailsTo(bob)).contains("contest-decided", "\"won\":\"true\"");
    }

    @Test
    void staysWithAnOwnerWhoLogsInThereOnceMore() {
        somebody.claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        assertThat(browser.proven()).contains("Two accounts claim this person.").contains("It is me");
        collects(browser, "contested");

        decide(0);

        assertThat(somebody.owner()).isEqualTo(alice.id());
        assertThat(somebody.receiver()).isEqualTo(alice.id());
        assertThat(books.number("select count(*) from claims where identity_id = ?", somebody.identity()))
                .isEqualTo(1);
    }

    @Test
    void isNotDecidedBeforeItsTime() {
        somebody.claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");

        decide(-1);

        assertThat(somebody.owner()).isEqualTo(alice.id());
        assertThat(somebody.receiver()).isZero();
    }

    @Test
    void hasNoPlaceForAThird() {
        somebody.claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");
        var carol = ABrowser.of(people.person("carol")).logsInAt(Flavour.GITHUB, maker);

        assertThat(carol.proven())
                .contains("until then no third can collect")
                .contains("Your account here is neither of the two")
                .doesNotContain("press the button")
                .doesNotContain("It is me");
        carol.presses("/claim/proven")
                .then()
                .statusCode(409)
                .body(containsString("Two accounts claim A maker already"));
    }

    /** Makes the contest due, by so many days before now, and decides what is due. */
    private void decide(int daysLate) {
        books.run(
                "update contests set due_at = calendar_now() - make_interval(days => ?) where identity_id = ?",
                daysLate,
                somebody.identity());
        decideContests.decideAll().await().atMost(Duration.ofSeconds(60));
    }

    private String mailsTo(Person person) {
        return books.text(
                "select string_agg(payload, ' ') from outbox where payload like ?", "%" + person.username() + "%");
    }
}
