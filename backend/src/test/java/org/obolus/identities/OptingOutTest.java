package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
class OptingOutTest {

    @Inject
    People people;

    @Inject
    SitesInTests sites;

    @Inject
    Told told;

    private Person alice;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("blog3").provenBy(alice);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void isToldOnceToWhoeverCountsFlattrs() {
        optOut(alice).statusCode(200).body("opted_out", equalTo(true));
        optOut(alice).statusCode(200);

        assertThat(told.optOuts()).containsOnlyOnce(sites.identity(blog));
    }

    @Test
    void isForTheProvenOwnerOnly() {
        var bob = people.person("bob");
        blog.tokenFor(bob);

        optOut(bob).statusCode(403).body("type", equalTo("/problems/forbidden"));

        site(alice, blog).body("opted_out", equalTo(false));
    }

    @Test
    void waitsUntilAContestIsDecided() {
        var bob = people.person("bob");
        blog.with(PROOF_FILE, blog.tokenFor(bob));
        verify(bob, blog).statusCode(200);

        optOut(alice).statusCode(409).body("type", equalTo("/problems/contested"));
    }

    @Test
    void canBeTakenBack() {
        optOut(alice);

        alice.asks()
                .delete("/api/v1/sites/{host}/opt-out", blog.host())
                .then()
                .statusCode(200)
                .body("opted_out", equalTo(false));
    }

    @Test
    void endsWithALaterClaimByTheSameProof() {
        optOut(alice);

        verify(alice, blog).statusCode(200).body("opted_out", equalTo(false));
    }

    @Test
    void outlastsAClaimButNotTheNext() {
        optOut(alice);
        alice.asks().delete("/api/v1/sites/{host}", blog.host());
        var bob = people.person("bob");

        blog.provenBy(bob);

        site(bob, blog).body("opted_out", equalTo(false));
    }

    private ValidatableResponse optOut(Person person) {
        return person.asks().post("/api/v1/sites/{host}/opt-out", blog.host()).then();
    }
}
