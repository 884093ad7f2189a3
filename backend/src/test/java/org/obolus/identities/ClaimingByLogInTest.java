package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class ClaimingByLogInTest {

    private static final AtomicLong NUMBER = new AtomicLong(5_000_000);

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
    private Flavour.Who maker;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "A maker");
    }

    @Test
    void collectsWhatWaited() {
        supporterGives("2.00");
        time.settleTheMonth();
        var browser = ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker);
        assertThat(browser.proven())
                .contains("One person has flattred you: €2.00 is waiting.")
                .contains("What you do not collect goes back to those who gave it, from 10 ")
                .contains("Create an account", "This browser remembers for ")
                .doesNotContain("Collect");

        browser.logsInHereAs(alice);
        assertThat(browser.proven()).contains("Collect");
        collects(browser, "collected");

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(Books.micros("1.80"));
        assertThat(ABrowser.text(browser.opens("/dashboard/identities")))
                .contains("A maker")
                .contains("yours");
    }

    @Test
    void tellsTheFeeBeforehand() {
        assertThat(ABrowser.text(ABrowser.ofNobody().opens("/claim"))).contains("less the fee of 10 %.");
    }

    @Test
    void saysThatFlattrsOfAnOpenMonthHaveNoWorthYet() {
        supporterGives("2.00");

        assertThat(ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker).proven())
                .contains("One person has flattred you.")
                .contains("Not shared out yet: one flattr.");
    }

    @Test
    void isForPeopleWithAnAccount() {
        var browser = ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker);

        browser.presses("/claim/proven").then().statusCode(401).body(containsString("/log-in?next=%2Fclaim%2Fproven"));

        assertThat(owner()).isZero();
        collects(browser.logsInHereAs(alice), "collected");
    }

    @Test
    void isGoodOnceForEachLogIn() {
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        var another = browser.copy().logsInHereAs(bob);
        collects(browser, "collected");

        another.presses("/claim/proven").then().statusCode(409);

        assertThat(owner()).isEqualTo(alice.id());
    }

    @Test
    void isForgottenAfterADay() {
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        books.run("update platform_proofs set expires_at = clock_timestamp() - interval '1 second'");

        browser.presses("/claim/proven").then().statusCode(409).body(containsString("Log in at the platform first"));
        browser.opens("/claim/proven").then().statusCode(303).header("Location", equalTo("/claim"));
    }

    @Test
    void isForgottenByWhoeverSaysSo() {
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        var another = browser.copy();

        browser.presses("/claim/proven/forget").then().statusCode(303);

        another.presses("/claim/proven").then().statusCode(409);
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
        assertThat(books.number("select count(*) from claims where identity_id = ?", identity()))
                .isEqualTo(1);
    }

    @Test
    void goesToWhoeverLoggedInThereLastWhenTwoClaimIt() {
        claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");
        assertThat(receiver()).isZero();
        assertThat(mailsTo(alice)).contains("person-contested");
        assertThat(mailsTo(bob)).contains("person-challenged");

        decide(0);

        assertThat(owner()).isEqualTo(bob.id());
        assertThat(receiver()).isEqualTo(bob.id());
        assertThat(mailsTo(alice)).contains("contest-decided", "\"won\":\"false\"");
        assertThat(mailsTo(bob)).contains("contest-decided", "\"won\":\"true\"");
    }

    @Test
    void staysWithAnOwnerWhoLogsInThereOnceMore() {
        claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        assertThat(browser.proven()).contains("Two accounts claim this person.").contains("It is me");
        collects(browser, "contested");

        decide(0);

        assertThat(owner()).isEqualTo(alice.id());
        assertThat(receiver()).isEqualTo(alice.id());
        assertThat(books.number("select count(*) from claims where identity_id = ?", identity()))
                .isEqualTo(1);
    }

    @Test
    void isNotDecidedBeforeItsTime() {
        claimedBy(alice);
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "contested");

        decide(-1);

        assertThat(owner()).isEqualTo(alice.id());
        assertThat(receiver()).isZero();
    }

    @Test
    void hasNoPlaceForAThird() {
        claimedBy(alice);
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

    @Test
    void holdsAgainWhatIsGivenToSomebodyWhoGaveItUp() {
        claimedBy(alice);

        ABrowser.of(alice)
                .presses("/dashboard/identities/give-up", "identity", name())
                .then()
                .statusCode(303);

        assertThat(owner()).isZero();
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "collected");
    }

    @Test
    void isGivenUpByWhoeverHasItOnly() {
        claimedBy(alice);

        ABrowser.of(bob)
                .presses("/dashboard/identities/give-up", "identity", name())
                .then()
                .statusCode(404);

        assertThat(owner()).isEqualTo(alice.id());
    }

    @Test
    void keepsEverythingWhenSomebodyIsCalledOtherwise() {
        claimedBy(alice);
        var renamed = new Flavour.Who(maker.id(), "renamed" + maker.id(), "Another name");
        var successor = new Flavour.Who(Long.toString(NUMBER.incrementAndGet()), maker.handle(), maker.name());

        ABrowser.of(alice).logsInAt(Flavour.GITHUB, renamed);
        var other = ABrowser.of(bob).logsInAt(Flavour.GITHUB, successor);

        assertThat(owner()).isEqualTo(alice.id());
        alice.asks()
                .get("/api/v1/identities")
                .then()
                .statusCode(200)
                .body("items[0].identity", equalTo(name()))
                .body("items[0].platform", equalTo("github"))
                .body("items[0].handle", equalTo("renamed" + maker.id()))
                .body("items[0].name", equalTo("Another name"))
                .body("items[0].profile", equalTo("https://github.com/renamed" + maker.id()))
                .body("items[0].contested", equalTo(false));
        collects(other, "collected");
        assertThat(owner()).isEqualTo(alice.id());
        assertThat(bob.asks().get("/api/v1/identities").jsonPath().<String>getList("items.identity"))
                .containsExactly("github:user:id:" + successor.id());
    }

    @Test
    void givesTheirThingTheNameThatTheyHaveNow() {
        ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        var thing = alice.asks()
                .body("{\"owner\":\"" + name() + "\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("title", equalTo("A maker on GitHub"))
                .extract()
                .path("id");

        ABrowser.of(alice).logsInAt(Flavour.GITHUB, new Flavour.Who(maker.id(), maker.handle(), "Another name"));

        alice.asks().get("/api/v1/things/" + thing).then().body("title", equalTo("Another name on GitHub"));
    }

    @Test
    void optsOutWithoutAnAccount() {
        var supporter = supporterGives("2.00");
        time.settleTheMonth();
        var browser = ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker);

        var answer = browser.presses("/claim/proven/opt-out");
        time.doWhatIsDue();

        assertThat(ABrowser.text(answer)).contains("Nobody can flattr you any more");
        assertThat(books.balance("funds:" + supporter.id())).isEqualTo(Books.micros("2.00"));
        supporter
                .asks()
                .body("{\"thing\":" + thing() + "}")
                .post("/api/v1/flattrs")
                .then()
                .body("type", equalTo("/problems/opted_out"));
    }

    @Test
    void endsAnOptOut() {
        ABrowser.ofNobody().logsInAt(Flavour.GITHUB, maker).presses("/claim/proven/opt-out");

        claimedBy(alice);

        assertThat(books.number("select count(*) from identities where name = ? and opted_out_at is null", name()))
                .isEqualTo(1);
    }

    private void claimedBy(Person person) {
        collects(ABrowser.of(person).logsInAt(Flavour.GITHUB, maker), "collected");
    }

    private static void collects(ABrowser browser, String news) {
        browser.presses("/claim/proven")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/dashboard/identities?news=" + news));
    }

    private Person supporterGives(String amount) {
        var supporter = people.person("carol");
        books.means(supporter, amount, amount);
        books.flattr(supporter, thing());
        return supporter;
    }

    private long thing() {
        books.run("insert into identities (name) values (?) on conflict do nothing", name());
        return books.number("""
                insert into things (url, url_key, identity_id, created_at, updated_at)
                select 'https://t.example/' || k, 't.example/' || k, i.id, now(), now()
                from identities i, gen_random_uuid() k where i.name = ? returning id""", name());
    }

    /** Makes the contest due, by so many days before now, and decides what is due. */
    private void decide(int daysLate) {
        books.run(
                "update contests set due_at = calendar_now() - make_interval(days => ?) where identity_id = ?",
                daysLate,
                identity());
        decideContests.decideAll().await().atMost(Duration.ofSeconds(60));
    }

    private String mailsTo(Person person) {
        return books.text(
                "select string_agg(payload, ' ') from outbox where payload like ?", "%" + person.username() + "%");
    }

    private String name() {
        return "github:user:id:" + maker.id();
    }

    private long identity() {
        return books.number("select id from identities where name = ?", name());
    }

    private long owner() {
        return books.number("select coalesce((select account_id from identities where name = ?), 0)", name());
    }

    private long receiver() {
        return books.number("select coalesce(receiver_as_of(?, calendar_now()), 0)", identity());
    }
}
