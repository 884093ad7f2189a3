package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

/** Alice has collected for somebody on a platform; somebody else logs in there and wants no flattrs. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class OptingOutOfWhatAnotherHasTest {

    private static final AtomicLong NUMBER = new AtomicLong(8_500_000);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    private Person alice;
    private Person bob;
    private Flavour.Who maker;
    private ABrowser stranger;

    @BeforeEach
    void aliceCollects() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "2.00", "4.00");
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "Maker " + number);
        collects(alice);
        flattr();
        time.settleTheMonth();
        flattr();
        stranger = ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker);
    }

    @Test
    void saysFirstWhatItMeansForTheOtherAccount() {
        assertThat(stranger.proven())
                .contains("Another account has collected as this person.")
                .contains(
                        "I do not want to be flattred",
                        "The other account no longer collects for this person, at once");
    }

    @Test
    void endsTheOtherAccountsClaimAndLeavesItWhatItHasReceived() {
        optsOut(stranger);
        time.settleTheMonth();

        assertThat(state()).isEqualTo("nobody true");
        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(Books.micros("2.00"));
        assertThat(ABrowser.text(ABrowser.of(alice).opens("/dashboard/identities")))
                .doesNotContain(maker.name());
    }

    @Test
    void isSaidToTheOtherAccount() {
        optsOut(stranger);

        assertThat(mailsToAlice()).hasSize(1);
        assertThat(alice.browses().get("/dev/mails").asString())
                .contains(maker.name() + " on GitHub wants no flattrs", "your account no longer collects for them");
    }

    @Test
    void isOverWhenTheOtherLogsInThereAndCollectsOnceMore() {
        optsOut(stranger);

        collects(alice);

        assertThat(state()).isEqualTo(alice.id() + " false");
    }

    @Test
    void cannotBeTakenBackByTheOtherAccountAlone() {
        optsOut(stranger);

        ABrowser.of(alice)
                .presses("/dashboard/identities/opt-in", "identity", name())
                .then()
                .statusCode(404);

        assertThat(state()).isEqualTo("nobody true");
    }

    @Test
    void endsTheClaimAlsoWhereItTakesNoFlattrsAlready() {
        ABrowser.of(alice).presses("/dashboard/identities/opt-out", "identity", name());
        assertThat(state()).isEqualTo(alice.id() + " true");

        optsOut(stranger);

        assertThat(state()).isEqualTo("nobody true");
        assertThat(mailsToAlice()).hasSize(1);
    }

    @Test
    void keepsTheClaimOfWhoeverDoesSoWithTheirOwnAccount() {
        optsOut(ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker));

        assertThat(state()).isEqualTo(alice.id() + " true");
        assertThat(mailsToAlice()).isEmpty();
    }

    @Test
    void waitsUntilAContestIsDecided() {
        var second = ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker);
        second.presses("/claim/proven");

        stranger.presses("/claim/proven/opt-out").then().statusCode(409).body(containsString("Two people claim this."));

        assertThat(state()).isEqualTo(alice.id() + " false");
        assertThat(stranger.proven()).doesNotContain("I do not want to be flattred");
    }

    private void collects(Person person) {
        ABrowser.of(person)
                .logsInAt(Flavour.GITHUB, maker)
                .presses("/claim/proven")
                .then()
                .statusCode(303);
    }

    private static void optsOut(ABrowser browser) {
        browser.presses("/claim/proven/opt-out").then().statusCode(200);
    }

    private void flattr() {
        books.flattr(bob, books.thingOfIdentity(name()));
    }

    private String state() {
        return books.text(
                "select coalesce(account_id::text, 'nobody') || ' ' || (opted_out_at is not null) from identities"
                        + " where name = ?",
                name());
    }

    private List<String> mailsToAlice() {
        return books.texts(
                "select payload from outbox where kind = 'mail' and payload like ?",
                "%person-opted-out%" + alice.username() + "%");
    }

    private String name() {
        return "github:user:id:" + maker.id();
    }
}
