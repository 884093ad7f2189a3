package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

/** What bob gives to somebody on another platform, over months, by the ways that people go (money.md, rule 11). */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class LifeOfAHeldShareTest {

    private static final AtomicLong NUMBER = new AtomicLong(9_000_000);
    private static final long NET = 1_800_000;
    private static final long GROSS = 2_000_000;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    DecidePlatformContests decideContests;

    private Person alice;
    private Person bob;
    private Person carol;
    private Flavour.Who maker;

    @BeforeEach
    void bobGives() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "Maker " + number);
        books.means(bob, "2.00", "2.00");
        gives();
    }

    @Test
    void neverBeginsWhereItsReceiverHasComeBefore() {
        collects(alice, "collected");

        var month = time.settleTheMonth();

        assertThat(books.balance("held:" + month)).isZero();
        assertThat(revenue(alice)).isEqualTo(NET);
    }

    @Test
    void endsWithTheSettlementForWhoeverComesInTheReview() {
        var month = time.toTheNextMonth();
        time.doWhatIsDue();
        collects(alice, "collected");
        assertThat(revenue(alice)).isZero();

        time.toSettlement();

        assertThat(books.balance("held:" + month)).isZero();
        assertThat(revenue(alice)).isEqualTo(NET);
    }

    @Test
    void endsForAllMonthsWhenItsReceiverComes() {
        var months = List.of(time.settleTheMonth(), nextMonth(), nextMonth());
        assertThat(months)
                .allSatisfy(month -> assertThat(books.balance("held:" + month)).isEqualTo(GROSS));

        collects(alice, "collected");

        assertThat(revenue(alice)).isEqualTo(3 * NET);
        assertThat(months).allSatisfy(month -> isToldToBob(month, "claimed"));
        assertThat(nextMonth())
                .satisfies(month -> assertThat(books.balance("held:" + month)).isZero());
        assertThat(revenue(alice)).isEqualTo(4 * NET);
    }

    @Test
    void endsMonthByMonthWhereNobodyComesInTime() {
        var first = time.settleTheMonth();
        time.passMonths(2);
        var second = nextMonth();

        time.passMonths(4);
        time.passDays(0);
        collects(alice, "collected");

        isToldToBob(first, "returned");
        isToldToBob(second, "claimed");
        assertThat(books.balance("funds:" + bob.id())).isEqualTo(GROSS);
        assertThat(revenue(alice)).isEqualTo(NET);
        assertThat(books.balance("held:" + first)).isZero();
    }

    @Test
    void endsWholeWhereItsReceiverWantsNone() {
        var months = List.of(time.settleTheMonth(), nextMonth());

        ABrowser.ofNobody()
                .logsInAt(Flavour.GITHUB, maker)
                .presses("/claim/proven/opt-out")
                .then()
                .statusCode(200);
        time.doWhatIsDue();

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2 * GROSS);
        assertThat(months).allSatisfy(month -> isToldToBob(month, "returned"));
        collects(alice, "collected");
        assertThat(revenue(alice)).isZero();
    }

    @Test
    void lastsAsLongAsTwoClaimItAndGoesToWhomItIsDecidedFor() {
        collects(alice, "collected");
        collects(carol, "contested");
        var months = List.of(time.settleTheMonth(), nextMonth());
        assertThat(months)
                .allSatisfy(month -> assertThat(books.balance("held:" + month)).isEqualTo(GROSS));

        decideContests.decideAll().await().atMost(Duration.ofSeconds(60));

        assertThat(months).allSatisfy(month -> isToldToBob(month, "claimed"));
        assertThat(List.of(revenue(alice), revenue(carol))).containsExactly(0L, 2 * NET);
    }

    @Test
    void endsOnceHoweverManyComeAtOnce() {
        var month = time.settleTheMonth();
        var browsers = List.of(
                ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker),
                ABrowser.of(carol).logsInAt(Flavour.GITHUB, maker));

        AtOnce.times(2, number -> browsers.get(number).presses("/claim/proven").statusCode());
        var next = nextMonth();
        assertThat(books.balance("held:" + next)).isEqualTo(GROSS);
        decideContests.decideAll().await().atMost(Duration.ofSeconds(60));

        assertThat(books.balance("held:" + month) + books.balance("held:" + next))
                .isZero();
        assertThat(revenue(alice) + revenue(carol)).isEqualTo(2 * NET);
    }

    @Test
    void staysWithWhoeverIsCalledOtherwiseNow() {
        var first = time.settleTheMonth();
        var renamed = new Flavour.Who(maker.id(), "renamed" + maker.id(), "Renamed");
        var successor = new Flavour.Who(Long.toString(NUMBER.incrementAndGet()), maker.handle(), maker.name());
        ABrowser.ofNobody().logsInAt(Flavour.GITHUB, renamed);
        var second = nextMonth();

        var other = ABrowser.of(carol).logsInAt(Flavour.GITHUB, successor);
        assertThat(other.proven()).contains("Nothing waits for you yet.");
        other.presses("/claim/proven").then().statusCode(303);
        collects(alice, renamed, "collected");

        assertThat(List.of(first, second)).allSatisfy(month -> isToldToBob(month, "claimed"));
        assertThat(List.of(revenue(alice), revenue(carol))).containsExactly(2 * NET, 0L);
    }

    private Month nextMonth() {
        books.deposit(bob, "2.00");
        gives();
        return time.settleTheMonth();
    }

    private void gives() {
        books.flattr(bob, books.thingOfIdentity("github:user:id:" + maker.id()));
    }

    private void collects(Person person, String news) {
        collects(person, maker, news);
    }

    private static void collects(Person person, Flavour.Who who, String news) {
        ABrowser.of(person)
                .logsInAt(Flavour.GITHUB, who)
                .presses("/claim/proven")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/dashboard/identities?news=" + news));
    }

    private void isToldToBob(Month month, String state) {
        bob.asks().get("/api/v1/statements/given/" + month).then().body("shares.state", contains(state));
    }

    private long revenue(Person person) {
        return books.balance("revenue:" + person.id());
    }
}
