package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class GivingToSomebodyElsewhereTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @ConfigProperty(name = "obolus.url")
    String server;

    private AliceElsewhere there;
    private APlatform social;
    private Person bob;

    @BeforeEach
    void begin() {
        social = APlatform.named("social").withMember("109", "alice", "Alice <b>Liddell</b>");
        bob = people.person("bob");
        there = new AliceElsewhere(bob, social, server);
        books.means(bob, "2.00", "2.00");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void makesThemAThingByTheFirstFlattr() {
        there.look(social.handle("alice"));

        there.flattr(there.address()).statusCode(303).header("Location", containsString("/dashboard/flattr?of="));

        there.look(social.handle("alice")).body(containsString("You flattred this."), containsString("· 1 flattr"));
        assertThat(books.text("select title || ', ' || category from things where url = ?", there.address()))
                .isEqualTo("Alice <b>Liddell</b> on Mastodon, people");
        assertThat(books.text(
                        "select i.name from things t join identities i on i.id = t.identity_id where url = ?",
                        there.address()))
                .isEqualTo(there.identity());
    }

    @Test
    void holdsTheShareUnderTheirIdentity() {
        time.settleTheMonth();
        there.look(social.handle("alice"));
        there.flattr(there.address());

        var month = time.settleTheMonth();

        assertThat(books.balance("held:" + month)).isEqualTo(2_000_000);
        assertThat(books.number(
                        "select count(*) from held_shares h join identities i on i.id = h.identity_id where i.name = ?",
                        there.identity()))
                .isEqualTo(1);
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.url", contains(there.address()))
                .body("shares.state", contains("held"));
    }

    @Test
    void meansThePersonByTheAddressOfTheirProfileToo() {
        there.look(social.address("/@alice")).body(containsString("on Mastodon"));

        bob.forms()
                .queryParam("url", social.address("/@alice"))
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.number(
                        "select count(*) from flattrs f join things t on t.id = f.thing_id where t.url = ?",
                        there.address()))
                .isEqualTo(1);
        assertThat(books.number("select count(*) from things where url = ?", social.address("/@alice")))
                .isZero();
    }

    @Test
    void isSomebodyElseWhoTakesOverAnOldName() {
        there.look(social.handle("alice"));
        there.flattr(there.address());
        social.withMember("110", "alice", "Another Alice");
        books.run("update platform_users set seen_at = seen_at - interval '2 hours' where user_id = '109'");

        there.look(social.handle("alice")).body(containsString("Another Alice"), containsString("Flattr “"));
    }

    @Test
    void givesToWhomTheCardShowedAlsoWhenTheNameIsTakenOverMeanwhile() {
        there.look(social.handle("alice")).body(containsString("url=" + AliceElsewhere.encoded(there.address())));
    }

    @Test
    void comesFromOtherSitesByTheIdentityAlone() {
        there.look(social.handle("alice"));

        given().accept("text/html")
                .queryParam("owner", there.identity())
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .body(containsString("<bdi>" + social.handle("alice") + "</bdi> on Mastodon"));
    }

    @Test
    void givesNothingToAnIdentityThatAPageOnlyNames() {
        there.look(social.handle("alice"));

        bob.forms()
                .queryParam("url", "https://elsewhere.example/post")
                .queryParam("owner", there.identity())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.text(
                        "select i.name from flattrs f join identities i on i.id = f.identity_id where f.supporter_id = ?",
                        bob.id()))
                .isEqualTo("site:elsewhere.example");
        given().accept("text/html")
                .queryParam("url", "https://elsewhere.example/post")
                .queryParam("owner", there.identity())
                .queryParam("title", "A post")
                .get("/submit/auto")
                .then()
                .body(containsString("It names <bdi>" + there.identity() + "</bdi> as its maker."));
    }
}
