package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.AnOperatorsWord.decides;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** What each side reads when it is decided whose something is that alice has and bob claims, too. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class WordsOfADecidedContestTest {

    private static final AtomicLong NUMBER = new AtomicLong(7_500_000);
    private static final String YOURS = ", and it is yours. What was held meanwhile becomes your revenue, less the fee,"
            + " unless it takes no flattrs. ";
    private static final String NOT_YOURS = ", and it is not yours here. ";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    SitesInTests sites;

    @Inject
    DecidePlatformContests decideContests;

    private Person alice;
    private Person bob;
    private LittleSite blog;
    private Flavour.Who maker;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        blog = LittleSite.named("decided").provenBy(alice);
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "Maker " + number);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void nameTheStrongerProofOfASite() {
        bobContestsTheSite();

        sites.decide(blog, 0);

        assertThat(letter(bob)).contains(claimed(blog.host()) + YOURS + "The stronger proof decided that.");
        assertThat(letter(alice)).contains(claimed(blog.host()) + NOT_YOURS + "The stronger proof decided that.");
    }

    @Test
    void nameTheLatestLogInOfAPerson() {
        bothClaimThePerson();
        books.run(
                "update contests set due_at = calendar_now() where decided_at is null and challenger_id = ?", bob.id());

        decideContests.decideAll().await().atMost(Duration.ofSeconds(60));

        assertThat(letter(bob)).contains(claimed(person()) + YOURS + "Whoever logged in there last has it.");
        assertThat(letter(alice)).contains(claimed(person()) + NOT_YOURS + "Whoever logged in there last has it.");
    }

    @Test
    void nameTheReasonOfAnOperator() {
        bobContestsTheSite();

        decides(people.operator("olga"), blog.host(), alice, "Her contract.").statusCode(204);

        var why = "An operator of this server decided that, for this reason: Her contract.";
        assertThat(letter(alice)).contains(claimed(blog.host()) + YOURS + why);
        assertThat(letter(bob)).contains(claimed(blog.host()) + NOT_YOURS + why);
    }

    @Test
    void nameWhoeverClaimsItNoMore() {
        bothClaimThePerson();

        ABrowser.of(bob)
                .presses("/dashboard/identities/give-up", "identity", "github:user:id:" + maker.id())
                .then()
                .statusCode(303);

        assertThat(letter(alice)).contains(claimed(person()) + YOURS + "The other account no longer claims it.");
        assertThat(letter(bob)).contains(claimed(person()) + NOT_YOURS + "You no longer claim it.");
    }

    @Test
    void sayWhatToDoOnceItsOwnerHasGivenItUp() {
        bobContestsTheSite();

        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        assertThat(letter(bob))
                .contains("whoever had " + blog.host()
                        + " has given it up. Let us look at your proof once more, and it is" + " yours:");
        assertThat(letter(alice))
                .contains("you have given up " + blog.host() + ", which another account claims too. What you were given"
                        + " before stays yours.");
    }

    private void bobContestsTheSite() {
        blog.with(PROOF_FILE, blog.tokenFor(bob));
        verify(bob, blog).statusCode(200);
    }

    private void bothClaimThePerson() {
        ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");
        ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");
    }

    private static String claimed(String what) {
        return "two accounts claimed " + what;
    }

    private String person() {
        return maker.name() + " on GitHub";
    }

    /** The last one to this person, in one line. */
    private static String letter(Person reader) {
        var page = Jsoup.parse(reader.browses().get("/dev/mails").asString());
        return page.select("article:contains(to " + reader.username() + "@mail.example) pre")
                .first()
                .text()
                .replaceAll("\\s+", " ");
    }
}
