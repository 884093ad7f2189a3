package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

/** Whoever has claimed somebody on a platform refuses flattrs where their people are listed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class OptingOutInPlaceTest {

    private static final AtomicLong NUMBER = new AtomicLong(8_000_000);

    @Inject
    People people;

    @Inject
    Books books;

    private Person alice;
    private Person bob;
    private Flavour.Who maker;
    private ABrowser browser;

    @BeforeEach
    void aliceCollects() {
        alice = people.person("alice");
        bob = people.person("bob");
        var number = Long.toString(NUMBER.incrementAndGet());
        maker = new Flavour.Who(number, "maker" + number, "Maker " + number);
        browser = ABrowser.of(alice).logsInAt(Flavour.GITHUB, maker);
        browser.presses("/claim/proven").then().statusCode(303);
    }

    @Test
    void saysFirstWhatItMeans() {
        assertThat(mine())
                .contains(
                        "Opt out", "Flattrs that are not settled yet are void", "What you have received stays yours.");
    }

    @Test
    void refusesFlattrsAndVoidsThoseOfTheOpenMonth() {
        books.means(bob, "2.00", "2.00");
        books.flattr(bob, books.thingOfIdentity(name()));

        optsOut(alice).then().statusCode(303);

        assertThat(books.number("select count(*) from voids where supporter_id = ?", bob.id()))
                .isEqualTo(1);
        flattr().statusCode(409).body("type", equalTo("/problems/opted_out"));
        assertThat(mine()).contains("opted out", "Accept flattrs again");
    }

    @Test
    void canBeTakenBackThere() {
        books.means(bob, "2.00", "2.00");
        optsOut(alice);

        browser.presses("/dashboard/identities/opt-in", "identity", name())
                .then()
                .statusCode(303);

        flattr().statusCode(201);
        assertThat(mine()).doesNotContain("Accept flattrs again");
    }

    @Test
    void isForWhoeverHasThePersonOnly() {
        optsOut(bob).then().statusCode(404);
        optsIn(bob).then().statusCode(404);

        assertThat(books.number("select count(*) from identities where opted_out_at is not null and name = ?", name()))
                .isZero();
    }

    @Test
    void waitsUntilAContestIsDecided() {
        ABrowser.of(bob).logsInAt(Flavour.GITHUB, maker).presses("/claim/proven");

        optsOut(alice).then().statusCode(409);

        assertThat(mine()).doesNotContain("Opt out");
    }

    private Response optsOut(Person person) {
        return ABrowser.of(person).presses("/dashboard/identities/opt-out", "identity", name());
    }

    private Response optsIn(Person person) {
        return ABrowser.of(person).presses("/dashboard/identities/opt-in", "identity", name());
    }

    private ValidatableResponse flattr() {
        return bob.asks()
                .body("{\"thing\":" + books.thingOfIdentity(name()) + "}")
                .post("/api/v1/flattrs")
                .then();
    }

    private String mine() {
        return ABrowser.text(browser.opens("/dashboard/identities"));
    }

    private String name() {
        return "github:user:id:" + maker.id();
    }
}
