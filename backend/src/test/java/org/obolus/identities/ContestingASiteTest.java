package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.obolus.identities.SitesInTests.dispute;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
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
    void holdsTheSharesForTenDays() {
        var due = contest().getString("due_at");

        assertThat(Instant.parse(due)).isCloseTo(now().plus(Duration.ofDays(10)), within(5, ChronoUnit.MINUTES));
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
    void endsForTheOwnerWhoPlacedAStrongerProof() {
        blog.with("/", "<meta name=obolus-verification content=" + blog.tokenFor(bob) + ">")
                .without(PROOF_FILE);
        verify(bob, blog).statusCode(200).body("state", equalTo("contested"));
        blog.with(PROOF_FILE, blog.tokenFor(alice));

        sites.decide(blog, 0);

        site(alice, blog).body("state", equalTo("proven"));
        site(bob, blog).body("state", equalTo("asked"));
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
        assertThat(claimers()).containsExactly(alice.id(), alice.id());
        assertThat(sites.claims(blog)).isEqualTo(1);
    }

    @Test
    void waitsForAnOperatorWhereBothAreAsStrong() {
        waitForAnOperator();

        site(bob, blog).body("state", equalTo("contested")).body("waits_since", notNullValue());
        assertThat(sites.owner(blog)).isEqualTo(alice.id());
        assertThat(sites.receiver(blog)).isZero();
        assertThat(sites.mails("contest-waits", blog)).hasSize(2);
        blog.without(PROOF_FILE);
        sites.decide(blog, 9);
        site(bob, blog).body("state", equalTo("contested"));
    }

    @Test
    void isDecidedByAnOperatorWithAReasonThatBothAreTold() {
        waitForAnOperator();
        var operator = people.operator("olga");

        operator.asks()
                .get("/api/v1/operator/contests")
                .then()
                .statusCode(200)
                .body("items.find { it.host == '" + blog.host() + "' }.challenger", equalTo(bob.username()))
                .body("items.find { it.host == '" + blog.host() + "' }.waits_since", notNullValue());
        decide(operator, bob, "The register of the town names bob.").statusCode(204);

        site(bob, blog).body("state", equalTo("proven"));
        assertThat(sites.receiver(blog)).isEqualTo(bob.id());
        assertThat(claimers()).containsExactly(alice.id(), bob.id());
        assertThat(sites.mails("contest-decided", blog))
                .hasSize(2)
                .allMatch(mail -> mail.contains("The register of the town names bob."));
        decide(operator, bob, "Again.").statusCode(404);
        decide(operator, people.person("carol"), "Somebody else.").statusCode(404);
    }

    @Test
    void isDecidedForTheOwnerByAnOperatorBeforeItsTime() {
        contest();

        decide(people.operator("olga"), alice, "Alice has shown her contract.").statusCode(204);

        site(alice, blog).body("state", equalTo("proven"));
        assertThat(claimers()).containsExactly(alice.id(), alice.id());
    }

    @Test
    void isOverForWhoeverLostByAnOperatorsWord() {
        waitForAnOperator();
        decide(people.operator("olga"), alice, "Alice has shown her contract.").statusCode(204);
        blog.with(PROOF_FILE, blog.tokenFor(bob));

        verify(bob, blog).statusCode(409).body("detail", startsWith("An operator of this server has decided"));
        dispute(bob, blog).statusCode(409).body("type", equalTo("/problems/owned_by_another"));

        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void isTurnedRoundByAnOperatorWhoErred() {
        waitForAnOperator();
        var operator = people.operator("olga");
        decide(operator, alice, "Alice has shown her contract.").statusCode(204);

        decide(operator, bob, "The contract was another town's.").statusCode(204);

        assertThat(sites.receiver(blog)).isEqualTo(bob.id());
        assertThat(claimers()).containsExactly(alice.id(), alice.id(), bob.id());
        dispute(alice, blog).statusCode(409);
        decide(operator, alice, "It was the right town.").statusCode(204);
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void leavesToWhoeverWonByAnOperatorsWordASiteWithoutTheirProof() {
        contest();
        decide(people.operator("olga"), alice, "Alice has shown her contract.").statusCode(204);

        assertThat(sites.looks(blog)).isZero();
    }

    @Test
    void letsWhoeverWonByAnOperatorsWordOptOutAsIfByTheStrongestProof() {
        contest();
        decide(people.operator("olga"), alice, "Alice has shown her contract.").statusCode(204);

        alice.asks().post("/api/v1/sites/{host}/opt-out", blog.host()).then().statusCode(200);

        assertThat(sites.optedOutBy(blog)).isEqualTo("operator");
        assertThat(alice.browses().get("/dashboard/sites").asString()).contains("Look now");
        alice.asks()
                .delete("/api/v1/sites/{host}/opt-out", blog.host())
                .then()
                .statusCode(200)
                .body("opted_out", equalTo(false));
    }

    @Test
    void isAnOperatorsAgainWhereAThirdProvesWhatAnOperatorGave() {
        contest();
        decide(people.operator("olga"), alice, "Alice has shown her contract.").statusCode(204);
        var carol = people.person("carol");
        blog.with(PROOF_FILE, blog.tokenFor(carol));
        verify(carol, blog).statusCode(200).body("state", equalTo("contested"));

        sites.decide(blog, 0);

        site(carol, blog).body("state", equalTo("contested")).body("waits_since", notNullValue());
        assertThat(sites.owner(blog)).isEqualTo(alice.id());
    }

    @Test
    void opensBetweenEquallyStrongProofsForWhoeverSaysSo() {
        blog.with(PROOF_FILE, blog.tokenFor(alice) + "\n" + blog.tokenFor(bob));
        verify(bob, blog).statusCode(409);

        dispute(bob, blog).statusCode(200).body("state", equalTo("contested"));

        assertThat(sites.receiver(blog)).isZero();
        assertThat(sites.mails("contest-opened", blog)).hasSize(2);
        sites.decide(blog, 0);
        site(bob, blog).body("waits_since", notNullValue());
    }

    @Test
    void opensForNoWeakerProof() {
        blog.with("/", "<meta name=obolus-verification content=" + blog.tokenFor(bob) + ">");

        dispute(bob, blog).statusCode(409).body("type", equalTo("/problems/owned_by_another"));

        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void isDecidedByNobodyElseAndForNobodyElse() {
        contest();
        var operator = people.operator("olga");

        decide(bob, bob, "It is mine.").statusCode(403);
        decide(operator, people.person("carol"), "She asked.").statusCode(422);
        decide(operator, bob, " ").statusCode(422);

        site(bob, blog).body("state", equalTo("contested"));
    }

    @Test
    void isToldToBothWhenItOpensAndWhenItIsDecided() {
        contest();
        assertThat(sites.mails("contest-opened", blog))
                .hasSize(2)
                .anyMatch(mail -> mail.contains(alice.username()) && mail.contains("owner"))
                .anyMatch(mail -> mail.contains(bob.username()) && mail.contains("challenger"));

        assertThat(shownMails()).contains("Two people say that " + blog.host() + " is theirs");

        sites.decide(blog, 0);

        assertThat(shownMails()).contains("It is decided whose " + blog.host() + " is");
        assertThat(sites.mails("contest-decided", blog))
                .hasSize(2)
                .anyMatch(mail -> mail.contains(bob.username()) && mail.contains("\"won\":\"true\""))
                .anyMatch(mail -> mail.contains(alice.username()) && mail.contains("\"won\":\"false\""));
    }

    @Test
    void opensWhereTheOwnersProofIsTheWeakerOne() {
        blog.with("/", "<meta name=obolus-verification content=" + blog.tokenFor(alice) + ">");

        contest();
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

        assertThat(shownMails()).contains(blog.host() + " can be yours now");
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

    private void waitForAnOperator() {
        contest();
        blog.with(PROOF_FILE, blog.tokenFor(bob) + "\n" + blog.tokenFor(alice));
        sites.decide(blog, 0);
    }

    private ValidatableResponse decide(Person operator, Person winner, String reason) {
        return operator.asks()
                .body("{\"winner\": \"" + winner.username() + "\", \"reason\": \"" + reason + "\"}")
                .post("/api/v1/operator/contests/{host}/decision", blog.host())
                .then();
    }

    private String shownMails() {
        return alice.browses().get("/dev/mails").asString();
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
