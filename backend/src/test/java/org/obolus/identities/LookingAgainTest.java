package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LookingAgainTest {

    @Inject
    People people;

    @Inject
    SitesInTests sites;

    private Person alice;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("again").provenBy(alice);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void leavesASiteAloneForAMonth() {
        sites.lookAgain(blog, 29);
        assertThat(blog.visits()).hasSize(1);

        sites.lookAgain(blog, 33);
        assertThat(blog.visits()).hasSize(2);
        site(alice, blog).body("lost_at", nullValue());
    }

    @Test
    void tellsTheOwnerOnceThatTheProofIsGone() {
        blog.without(PROOF_FILE);

        sites.lookAgain(blog, 33);
        sites.lookAgain(blog, 33);

        site(alice, blog).body("state", equalTo("proven")).body("lost_at", notNullValue());
        assertThat(sites.mails("proof-gone", blog))
                .hasSize(1)
                .first()
                .asString()
                .contains(alice.username());
        assertThat(alice.browses().get("/dev/mails").asString())
                .contains(blog.host() + " no longer shows that it is yours");
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
    }

    @Test
    void takesTheSiteAwayWhenTheProofIsStillGoneAtTheEnd() {
        blog.without(PROOF_FILE);
        sites.lookAgain(blog, 33);

        sites.passLoss(blog);
        sites.lookAgain(blog, 33);

        assertThat(sites.owner(blog)).isZero();
        assertThat(sites.receiver(blog)).isZero();
        site(alice, blog).body("state", equalTo("asked")).body("lost_at", nullValue());
        assertThat(sites.mails("site-lost", blog)).hasSize(1);
    }

    @Test
    void leavesTheSiteToWhoeverPutTheProofBack() {
        blog.without(PROOF_FILE);
        sites.lookAgain(blog, 33);
        sites.passLoss(blog);
        blog.with(PROOF_FILE, blog.tokenFor(alice));

        sites.lookAgain(blog, 33);

        site(alice, blog).body("state", equalTo("proven")).body("lost_at", nullValue());
        assertThat(sites.claims(blog)).isEqualTo(1);
    }

    @Test
    void believesTheOwnerWhoLetsItLookNow() {
        blog.without(PROOF_FILE);
        sites.lookAgain(blog, 33);

        verify(alice, blog).statusCode(422).body("type", equalTo("/problems/proof_not_found"));
        blog.with(PROOF_FILE, blog.tokenFor(alice));
        verify(alice, blog).statusCode(200).body("lost_at", nullValue());
    }

    @Test
    void endsADoubtAndAnOptOutByOneLookOfTheOwner() {
        doubtedAndOptedOut();
        blog.with(PROOF_FILE, blog.tokenFor(alice));

        verify(alice, blog).statusCode(200).body("lost_at", nullValue()).body("opted_out", equalTo(false));
    }

    @Test
    void endsADoubtAlsoWhereTheOptOutWasMadeByAStrongerProof() {
        doubtedAndOptedOut();
        blog.with("/", "<meta name=obolus-verification content=" + blog.tokenFor(alice) + ">");

        verify(alice, blog).statusCode(200).body("lost_at", nullValue()).body("opted_out", equalTo(true));
    }

    @Test
    void looksByItselfWithoutEndingAnOptOut() {
        doubtedAndOptedOut();
        blog.with(PROOF_FILE, blog.tokenFor(alice));

        sites.lookAgain(blog, 33);

        site(alice, blog).body("lost_at", nullValue()).body("opted_out", equalTo(true));
    }

    @Test
    void saysBesideTheButtonThatALookEndsAnOptOut() {
        doubtedAndOptedOut();

        assertThat(alice.browses().get("/dashboard/sites").asString())
                .contains("Whoever lets us look and shows it takes flattrs again", "Look now");
    }

    private void doubtedAndOptedOut() {
        alice.asks().post("/api/v1/sites/{host}/opt-out", blog.host());
        blog.without(PROOF_FILE);
        sites.lookAgain(blog, 33);
        site(alice, blog).body("lost_at", notNullValue()).body("opted_out", equalTo(true));
    }

    @Test
    void takesNoSilenceForALostProof() {
        blog.close();

        sites.lookAgain(blog, 33);

        site(alice, blog).body("state", equalTo("proven")).body("lost_at", nullValue());
        assertThat(sites.mails("proof-gone", blog)).isEmpty();
    }

    @Test
    void takesTroubleOfTheServerForNoLostProof() {
        blog.failing();

        sites.lookAgain(blog, 33);

        site(alice, blog).body("lost_at", nullValue());
    }

    @Test
    void leavesAContestedSiteToItsContest() {
        var bob = people.person("bob");
        blog.with(PROOF_FILE, blog.tokenFor(bob));
        verify(bob, blog).statusCode(200).body("state", equalTo("contested"));
        blog.without(PROOF_FILE);

        sites.lookAgain(blog, 33);

        assertThat(sites.mails("proof-gone", blog)).isEmpty();
    }

    @Test
    void showsTheOwnerInTheDashboardWhatToDo() {
        blog.without(PROOF_FILE);
        sites.lookAgain(blog, 33);

        var page = alice.browses().get("/dashboard/sites").asString();

        assertThat(page).contains("What proved it is not to be seen there any more", "Look now");
    }
}
