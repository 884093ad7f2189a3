package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.testing.AnOperatorsWord.decides;

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
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** Alice has somebody on a platform, whom bob claims too. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class ContestingAPersonTest {

    private static final AtomicLong NUMBER = new AtomicLong(7_000_000);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    DecidePlatformContests decidePlatformContests;

    private Person alice;
    private Person bob;
    private Flavour.Who maker;

    @BeforeEach
    void twoClaimTheSame() {
        alice = people.person("alice");
        bob = people.person("bob");
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "Maker " + number);
        for (var person : List.of(alice, bob)) {
            ABrowser.of(person).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");
        }
        assertThat(receiver()).isZero();
    }

    @Test
    void isShownToOperators() {
        var mine = "items.find { it.identity == '" + name() + "' }.";

        people.operator("olga")
                .asks()
                .get("/api/v1/operator/contests")
                .then()
                .statusCode(200)
                .body(mine + "shown", equalTo(maker.name() + " (" + maker.handle() + " on github)"))
                .body(mine + "owner", equalTo(alice.username()))
                .body(mine + "challenger", equalTo(bob.username()))
                .body(mine + "host", equalTo(null));
    }

    @Test
    void isDecidedForTheOwnerByAnOperatorWithAReasonThatBothAreTold() {
        var olga = people.operator("olga");

        decides(olga, name(), alice, "Alice has shown her passport.").statusCode(204);

        assertThat(receiver()).isEqualTo(alice.id());
        assertThat(decided(alice)).containsExactly(wonAndTold(true, "Alice has shown her passport."));
        assertThat(decided(bob)).containsExactly(wonAndTold(false, "Alice has shown her passport."));
        assertThat(books.text("select reason from contests where identity_id = ?", identity()))
                .isEqualTo("Alice has shown her passport.");
        assertThat(books.number("select operator_id from contests where identity_id = ?", identity()))
                .isEqualTo(olga.id());
        decides(olga, name(), alice, "Again.").statusCode(404);
    }

    @Test
    void isDecidedForTheChallengerByAnOperator() {
        decides(people.operator("olga"), name(), bob, "Bob has shown his passport.")
                .statusCode(204);

        assertThat(receiver()).isEqualTo(bob.id());
        assertThat(decided(bob)).containsExactly(wonAndTold(true, "Bob has shown his passport."));
        assertThat(decided(alice)).containsExactly(wonAndTold(false, "Bob has shown his passport."));
        assertThat(books.text(
                        "select proof from claims where identity_id = ? and account_id = ?", identity(), bob.id()))
                .isEqualTo("operator");
    }

    @Test
    void isOverForWhoeverLostByAnOperatorsWordUntilAnOperatorTakesItBack() {
        var olga = people.operator("olga");
        decides(olga, name(), alice, "Alice has shown her passport.").statusCode(204);

        var page = ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(ABrowser.of(bob)
                        .logsInAt(Flavour.GITHUB, maker)
                        .presses("/claim/proven/opt-out")
                        .asString())
                .contains("An operator of this server has decided that this is another account");
        assertThat(page.asString()).contains("An operator of this server has decided that this is another account");
        assertThat(receiver()).isEqualTo(alice.id());
        decides(olga, name(), bob, "The passport was forged.").statusCode(204);
        assertThat(receiver()).isEqualTo(bob.id());
    }

    @Test
    void isAnOperatorsAgainWhereAThirdLogsIn() {
        decides(people.operator("olga"), name(), alice, "Alice has shown her passport.")
                .statusCode(204);
        var carol = people.person("carol");
        ABrowser.of(carol).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");
        books.run(
                "update contests set due_at = calendar_now() where identity_id = ? and decided_at is null", identity());

        decidePlatformContests.decideAll().await().atMost(Duration.ofSeconds(30));

        assertThat(receiver()).isZero();
        assertThat(books.number("select account_id from identities where name = ?", name()))
                .isEqualTo(alice.id());
        assertThat(shownMails()).contains("An operator decides whose " + maker.name());
        decides(people.operator("oskar"), name(), alice, "Alice it is.").statusCode(204);
        assertThat(receiver()).isEqualTo(alice.id());
    }

    @Test
    void isDecidedByNobodyElseAndForNobodyElse() {
        decides(bob, name(), bob, "It is mine.").statusCode(403);
        decides(people.operator("olga"), name(), people.person("carol"), "She asked.")
                .statusCode(422);

        assertThat(receiver()).isZero();
    }

    @Test
    void isOverWhenTheChallengerWithdrawsAndBothAreTold() {
        givesUp(bob);

        assertThat(receiver()).isEqualTo(alice.id());
        assertThat(decided(alice)).containsExactly("true withdrawn ");
        assertThat(decided(bob)).containsExactly("false withdrawn ");
        assertThat(shownMails()).contains("The other account no longer claims it.", "You no longer claim it.");
    }

    @Test
    void isOverWhenTheOwnerGivesItUpAndBothAreTold() {
        givesUp(alice);

        assertThat(receiver()).isZero();
        assertThat(books.texts(mails("contest-free", "yours"), bob.username())).containsExactly("true");
        assertThat(books.texts(mails("contest-free", "yours"), alice.username()))
                .containsExactly("false");
        assertThat(shownMails())
                .contains(maker.name() + " on GitHub can be yours now", "You have given up " + maker.name());
        ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");
        assertThat(receiver()).isEqualTo(bob.id());
    }

    private static String wonAndTold(boolean won, String reason) {
        return won + " operator " + reason;
    }

    private void givesUp(Person person) {
        ABrowser.of(person)
                .presses("/dashboard/identities/give-up", "identity", name())
                .then()
                .statusCode(303);
    }

    private List<String> decided(Person reader) {
        return books.texts(mails("contest-decided", "won", "how", "reason"), reader.username());
    }

    /** A query for what mails of a kind said to somebody. */
    private static String mails(String template, String... values) {
        var said = String.join(
                " || ' ' || ",
                List.of(values).stream().map(value -> "(v ->> '" + value + "')").toList());
        return "select " + said + " from (select payload::json -> 'values' as v, payload::json ->> 'template' as t"
                + " from outbox where kind = 'mail' and payload <> '') m where t = '" + template
                + "' and v ->> 'username' = ?";
    }

    private String shownMails() {
        return alice.browses().get("/dev/mails").asString();
    }

    private String name() {
        return "github:user:id:" + maker.id();
    }

    private long identity() {
        return books.number("select id from identities where name = ?", name());
    }

    private long receiver() {
        return books.number("select coalesce(receiver_as_of(?, calendar_now()), 0)", identity());
    }
}
