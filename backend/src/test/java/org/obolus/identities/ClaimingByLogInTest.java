package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.identities.AMaker.collects;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class ClaimingByLogInTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

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

        assertThat(somebody.owner()).isZero();
        collects(browser.logsInHereAs(alice), "collected");
    }

    @Test
    void isGoodOnceForEachLogIn() {
        var browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        var another = browser.copy().logsInHereAs(bob);
        collects(browser, "collected");

        another.presses("/claim/proven").then().statusCode(409);

        assertThat(somebody.owner()).isEqualTo(alice.id());
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
    void holdsAgainWhatIsGivenToSomebodyWhoGaveItUp() {
        claimedBy(alice);

        ABrowser.of(alice)
                .presses("/dashboard/identities/give-up", "identity", somebody.name())
                .then()
                .statusCode(303);

        assertThat(somebody.owner()).isZero();
        collects(ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker), "collected");
    }

    @Test
    void isGivenUpByWhoeverHasItOnly() {
        claimedBy(alice);

        ABrowser.of(bob)
                .presses("/dashboard/identities/give-up", "identity", somebody.name())
                .then()
                .statusCode(404);

        assertThat(somebody.owner()).isEqualTo(alice.id());
    }

    @Test
    void keepsEverythingWhenSomebodyIsCalledOtherwise() {
        claimedBy(alice);
        var renamed = new Flavour.Who(maker.id(), "renamed" + maker.id(), "Another name");
        var successor = new Flavour.Who(AMaker.number(), maker.handle(), maker.name());

        ABrowser.of(alice).logsInAt(Flavour.GITHUB, renamed);
        var other = ABrowser.of(bob).logsInAt(Flavour.GITHUB, successor);

        assertThat(somebody.owner()).isEqualTo(alice.id());
        alice.asks()
                .get("/api/v1/identities")
                .then()
                .statusCode(200)
                .body("items[0].identity", equalTo(somebody.name()))
                .body("items[0].platform", equalTo("github"))
                .body("items[0].handle", equalTo("renamed" + maker.id()))
                .body("items[0].name", equalTo("Another name"))
                .body("items[0].profile", equalTo("https://github.com/renamed" + maker.id()))
                .body("items[0].contested", equalTo(false));
        collects(other, "collected");
        assertThat(somebody.owner()).isEqualTo(alice.id());
        assertThat(bob.asks().get("/api/v1/identities").jsonPath().<String>getList("items.identity"))
                .containsExactly("github:user:id:" + successor.id());
    }

    @Test
    void givesTheirThingTheNameThatTheyHaveNow() {
        ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        var thing = alice.asks()
                .body("{\"owner\":\"" + somebody.name() + "\"}")
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

        assertThat(books.number(
                        "select count(*) from identities where name = ? and opted_out_at is null", somebody.name()))
                .isEqualTo(1);
    }

    private void claimedBy(Person person) {
        somebody.claimedBy(person);
    }

    private Person supporterGives(String amount) {
        var supporter = people.person("carol");
        books.means(supporter, amount, amount);
        books.flattr(supporter, thing());
        return supporter;
    }

    private long thing() {
        books.run("insert into identities (name) values (?) on conflict do nothing", somebody.name());
        return books.number("""
                insert into things (url, url_key, identity_id, created_at, updated_at)
                select 'https://t.example/' || k, 't.example/' || k, i.id, now(), now()
                from identities i, gen_random_uuid() k where i.name = ? returning id""", somebody.name());
    }
}
