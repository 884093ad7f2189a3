package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.AnOperatorsWord.decides;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** A later claim by the same proof, or by a stronger one, ends an opt-out; no weaker one does (money.md, rule 11). */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EndingAnOptOutTest {

    private static final String ENDS = "select ends_opt_out(id, ?)::text from identities where name = ?";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Identities identities;

    @Inject
    SitesInTests sites;

    private Person alice;
    private Person bob;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        blog = LittleSite.named("wantednone");
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void takesTheProofByWhichItWasMade() {
        optedOutBy("file");

        verify(alice, withFile(alice)).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void takesAStrongerProof() {
        optedOutBy("meta");

        verify(alice, withFile(alice)).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void takesNoWeakerProofAndSaysWhichOneItWants() {
        optedOutBy("file");

        verify(alice, withTag(alice))
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"))
                .body("detail", containsString("by a file there"));

        assertThat(isOptedOut()).isTrue();
        site(alice, blog).body("state", equalTo("asked"));
    }

    @Test
    void takesNoProofThatIsWeakerThanTheOneByWhichItWasSaidAgain() {
        optedOutBy("meta");
        optedOutBy("file");

        verify(alice, withTag(alice)).statusCode(409).body("type", equalTo("/problems/opted_out"));
        verify(alice, withFile(alice)).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void takesTheProofByWhichItsOwnerHadTheSite() {
        verify(alice, withFile(alice)).statusCode(200);
        optsOut(alice).statusCode(200);
        alice.asks().delete("/api/v1/sites/{host}", blog.host());

        verify(bob, withTag(bob)).statusCode(409).body("type", equalTo("/problems/opted_out"));
        verify(bob, withFile(bob)).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void isNotForAnOperatorsWord() {
        verify(alice, withFile(alice)).statusCode(200);
        optsOut(alice).statusCode(200);
        verify(bob, withTag(bob)).statusCode(200).body("state", equalTo("contested"));

        decides(people.operator("olga"), blog.host(), bob, "A contract.").statusCode(204);
        optsIn(bob).statusCode(409).body("type", equalTo("/problems/opted_out"));

        site(bob, blog).body("state", equalTo("proven")).body("opted_out", equalTo(true));
        verify(bob, blog).statusCode(409).body("type", equalTo("/problems/opted_out"));
        verify(bob, withFile(bob)).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void takesTheStrongestProofWhereItIsOfWhomAnOperatorHasDecidedFor() {
        verify(alice, withTag(alice)).statusCode(200);
        verify(bob, withFile(bob)).statusCode(200).body("state", equalTo("contested"));
        decides(people.operator("olga"), blog.host(), bob, "A contract.").statusCode(204);
        optsOut(bob).statusCode(200);
        optsIn(bob).statusCode(200);
        optsOut(bob).statusCode(200);
        bob.asks().delete("/api/v1/sites/{host}", blog.host());

        verify(alice, withFile(alice))
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"))
                .body("detail", containsString("has shown to an operator of this server that it is theirs"));

        assertThat(books.text(ENDS, "dns", "site:" + blog.host())).isEqualTo("true");
        assertThat(books.text(ENDS, "file", "site:" + blog.host())).isEqualTo("false");
    }

    @Test
    void takesNoProofThatIsWeakerThanOneThatWasSeenOfItsOwnerLater() {
        verify(alice, withTag(alice)).statusCode(200);
        withFile(alice);
        sites.lookAgain(blog, 33);
        assertThat(sites.proof(blog)).isEqualTo("file");
        withTag(alice);
        sites.lookAgain(blog, 33);
        assertThat(sites.proof(blog)).isEqualTo("file");

        optsOut(alice).statusCode(200);
        alice.asks().delete("/api/v1/sites/{host}", blog.host());

        verify(bob, withTag(bob)).statusCode(409).body("type", equalTo("/problems/opted_out"));
    }

    @Test
    void takesTheStrongerProofByWhichItsOwnerHasWonAContest() {
        verify(alice, withTag(alice)).statusCode(200);
        verify(bob, withFile(bob)).statusCode(200).body("state", equalTo("contested"));
        withFile(alice);
        sites.decide(blog, 0);

        assertThat(sites.owner(blog)).isEqualTo(alice.id());
        assertThat(sites.proof(blog)).isEqualTo("file");
    }

    @Test
    void remembersTheStrongerProofThatItsOwnerShows() {
        verify(alice, withTag(alice)).statusCode(200);
        optsOut(alice).statusCode(200);

        verify(alice, withFile(alice)).statusCode(200).body("opted_out", equalTo(false));

        assertThat(sites.proof(blog)).isEqualTo("file");
    }

    private void optedOutBy(String proof) {
        identities
                .optOut(IdentityName.of(SiteHost.of(blog.host())), proof)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private ValidatableResponse optsOut(Person person) {
        return person.asks().post("/api/v1/sites/{host}/opt-out", blog.host()).then();
    }

    private ValidatableResponse optsIn(Person person) {
        return person.asks().delete("/api/v1/sites/{host}/opt-out", blog.host()).then();
    }

    private LittleSite withFile(Person person) {
        return blog.without("/").with(PROOF_FILE, blog.tokenFor(person));
    }

    private LittleSite withTag(Person person) {
        return blog.without(PROOF_FILE)
                .with("/", "<meta name=obolus-verification content=" + blog.tokenFor(person) + ">");
    }

    private boolean isOptedOut() {
        return books.number(
                        "select count(*) from identities where opted_out_at is not null and name = ?",
                        "site:" + blog.host())
                == 1;
    }
}
