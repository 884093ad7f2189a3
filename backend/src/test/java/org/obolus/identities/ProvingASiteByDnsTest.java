package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.obolus.identities.SitesInTests.site;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.LittleSite;
import org.obolus.testing.NameServerProcess;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** With a real name server. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(WithANameServer.class)
class ProvingASiteByDnsTest {

    private static NameServerProcess names;

    @Inject
    People people;

    @Inject
    SitesInTests sites;

    private Person alice;
    private LittleSite blog;

    @BeforeAll
    static void startNames() {
        names = WithANameServer.nameServer();
    }

    @AfterAll
    static void stopNames() {
        names.close();
    }

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("b" + System.nanoTime());
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void findsTheTokenInATextRecordOfItsOwnName() {
        record("_obolus.", alice);

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));

        assertThat(sites.proof(blog)).isEqualTo("dns");
        assertThat(blog.visits()).isEmpty();
    }

    @Test
    void findsTheTokenAmongTheTextsOfTheHostItself() {
        names.withText(blog.name(), "v=spf1 -all");
        record("", alice);

        verify(alice, blog).statusCode(200);

        assertThat(sites.proof(blog)).isEqualTo("dns");
    }

    @Test
    void needsNoWebServer() {
        record("_obolus.", alice);
        blog.close();

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));
    }

    @Test
    void believesNoTextThatOnlyContainsTheToken() {
        names.withText("_obolus." + blog.name(), blog.tokenFor(alice), "x");

        verify(alice, blog)
                .statusCode(422)
                .body("type", equalTo("/problems/proof_not_found"))
                .body("looked.url", hasItems("dns:_obolus." + blog.name() + "?type=TXT"));
    }

    @Test
    void looksAtTheSiteWhereNoNameServerAnswers() {
        blog.with(PROOF_FILE, blog.tokenFor(alice));
        names.stopped();
        try {
            verify(alice, blog).statusCode(200);
            blog.without(PROOF_FILE);
            var bob = people.person("bob");
            blog.tokenFor(bob);
            verify(bob, blog).statusCode(422).body("detail", containsString("No name server answered about"));
        } finally {
            names.startAgain();
        }

        assertThat(sites.proof(blog)).isEqualTo("file");
    }

    @Test
    void isStrongerThanTheOwnersFileAndOpensAContest() {
        blog.provenBy(alice);
        var bob = people.person("bob");
        record("_obolus.", bob);

        verify(bob, blog).statusCode(200).body("state", equalTo("contested"));

        site(alice, blog).body("state", equalTo("contested"));
    }

    @Test
    void isNotDoubtedByAWeakerProof() {
        record("_obolus.", alice);
        verify(alice, blog).statusCode(200);
        var bob = people.person("bob");
        blog.with(PROOF_FILE, blog.tokenFor(bob));

        verify(bob, blog).statusCode(409).body("type", equalTo("/problems/owned_by_another"));
    }

    private void record(String label, Person person) {
        names.withText(label + blog.name(), "obolus-verification=" + blog.tokenFor(person));
    }
}
