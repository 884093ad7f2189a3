package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.calendar.Calendar;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContestingASiteTest {

    @Inject
    People people;

    @Inject
    SitesInTests sites;

    @Inject
    Told told;

    @Inject
    Calendar calendar;

    private Person alice;
    private Person bob;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        blog = LittleSite.named("blog2").provenBy(alice);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void isRefusedWhileTheOwnersTokenStands() {
        blog.with(PROOF_FILE, blog.tokenFor(alice) + "\n" + blog.tokenFor(bob));

        verify(bob, blog).statusCode(409).body("type", equalTo("/problems/owned_by_another"));

        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void seesTheOwnersTokenInAnotherPlaceToo() {
        blog.without(PROOF_FILE)
                .with(
                        "/",
                        "<meta name=obolus-verification content=" + blog.tokenFor(alice) + ">"
                                + "<meta name=obolus-verification content=" + blog.tokenFor(bob) + ">");

        verify(bob, blog).statusCode(409).body("type", equalTo("/problems/owned_by_another"));
    }

    @Test
    void holdsTheSharesForFourteenDays() {
        var due = contest().getString("due_at");

        assertThat(Instant.parse(due)).isCloseTo(now().plus(Duration.ofDays(14)), within(5, ChronoUnit.MINUTES));
        assertThat(sites.owner(blog)).isEqualTo(alice.id());
        assertThat(sites.receiver(blog)).isZero();
        site(alice, blog).body("state", equalTo("contested")).body("due_at", equalTo(due));
    }

    @Test
    void isTheSameContestForWhoeverAsksAgain() {
        var due = contest().getString("due_at");

        verify(bob, blog).statusCode(200).body("state", equalTo("contested")).body("due_at", equalTo(due));
    }

    @Test
    void hasNoPlaceForAThird() {
        contest();
        var carol = people.person("carol");
        blog.with(PROOF_FILE, blog.tokenFor(carol));

        verify(carol, blog).statusCode(409).body("type", equalTo("/problems/contested"));
    }

    @Test
    void endsForTheChallengerWhoseTokenAloneStands() {
        contest();

        sites.decide(blog, 0);

        site(bob, blog).body("state", equalTo("proven"));
        site(alice, blog).body("state", equalTo("asked"));
        assertThat(sites.receiver(blog)).isEqualTo(bob.id());
        assertThat(claimers()).containsExactly(alice.id(), bob.id());
    }

    @Test
    void endsForTheOwnerWhoPutTheTokenBack() {
        contest();
        blog.with(PROOF_FILE, blog.tokenFor(bob) + "\n" + blog.tokenFor(alice));

        sites.decide(blog, 0);

        site(alice, blog).body("state", equalTo("proven"));
        site(bob, blog).body("state", equalTo("asked"));
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
        assertThat(claimers()).containsExactly(alice.id(), alice.id());
        assertThat(sites.claims(blog)).isEqualTo(1);
    }

    @Test
    void endsForTheOwnerWhenNobodysTokenStands() {
        contest();
        blog.without(PROOF_FILE);

        sites.decide(blog, 0);

        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void waitsForASiteThatDoesNotAnswerButNotForEver() {
        contest();
        blog.close();

        sites.decide(blog, 2);
        site(alice, blog).body("state", equalTo("contested"));
        sites.decide(blog, 4);

        site(alice, blog).body("state", equalTo("proven"));
    }

    @Test
    void isNotDecidedBeforeItsTime() {
        contest();

        sites.decide(blog, -1);

        site(bob, blog).body("state", equalTo("contested"));
    }

    @Test
    void endsWhenTheChallengerWithdraws() {
        contest();

        bob.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        site(alice, blog).body("state", equalTo("proven"));
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
        assertThat(claimers()).containsExactly(alice.id(), alice.id());
    }

    @Test
    void leavesTheSiteToTheChallengerWhenTheOwnerGivesItUp() {
        contest();

        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        verify(bob, blog).statusCode(200).body("state", equalTo("proven"));
        assertThat(sites.receiver(blog)).isEqualTo(bob.id());
    }

    private JsonPath contest() {
        blog.with(PROOF_FILE, blog.tokenFor(bob));
        return verify(bob, blog)
                .statusCode(200)
                .body("state", equalTo("contested"))
                .extract()
                .jsonPath();
    }

    private List<Long> claimers() {
        return told.claimersOf(sites.identity(blog)).stream()
                .map(AccountId::value)
                .toList();
    }

    private Instant now() {
        return calendar.now().await().atMost(Duration.ofSeconds(10));
    }
}
