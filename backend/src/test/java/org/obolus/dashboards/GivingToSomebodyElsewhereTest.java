package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.testing.Books;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class GivingToSomebodyElsewhereTest {

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    SomebodyElsewhere elsewhere;

    private AliceElsewhere there;

    @BeforeEach
    void begin() {
        there = elsewhere.alice();
    }

    @AfterEach
    void end() {
        there.close();
    }

    @Test
    void makesThemAThingByTheFirstFlattr() {
        there.look(there.handle());

        there.flattr(there.address()).statusCode(303).header("Location", containsString("/dashboard/flattr?of="));

        there.look(there.handle()).body(containsString("You flattred this."), containsString("· 1 flattr"));
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
        there.look(there.handle());
        there.flattr(there.address());

        var month = time.settleTheMonth();

        assertThat(books.balance("held:" + month)).isEqualTo(2_000_000);
        assertThat(books.number(
                        "select count(*) from held_shares h join identities i on i.id = h.identity_id where i.name = ?",
                        there.identity()))
                .isEqualTo(1);
        there.bob()
                .asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.url", contains(there.address()))
                .body("shares.state", contains("held"));
    }

    @Test
    void meansThePersonByTheAddressOfTheirProfileToo() {
        there.look(there.profile()).body(containsString("on Mastodon"));

        there.bob()
                .forms()
                .queryParam("url", there.profile())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.number(
                        "select count(*) from flattrs f join things t on t.id = f.thing_id where t.url = ?",
                        there.address()))
                .isEqualTo(1);
        assertThat(books.number("select count(*) from things where url = ?", there.profile()))
                .isZero();
    }

    @Test
    void isSomebodyElseWhoTakesOverAnOldName() {
        there.look(there.handle());
        there.flattr(there.address());
        there.social().withMember("110", "alice", "Another Alice");
        books.run("update platform_users set seen_at = seen_at - interval '6 minutes' where user_id = '109'");

        there.look(there.handle()).body(containsString("Another Alice"), containsString("Flattr “"));
    }

    @Test
    void givesToWhomTheCardShowedAlsoWhenTheNameIsTakenOverMeanwhile() {
        there.look(there.handle()).body(containsString("url=" + AliceElsewhere.encoded(there.address())));
    }

    @Test
    void comesFromOtherSitesByTheIdentityAlone() {
        there.look(there.handle());

        given().accept("text/html")
                .queryParam("owner", there.identity())
                .get("/submit/auto")
                .then()
                .statusCode(200)
                .body(containsString("<bdi>" + there.handle() + "</bdi> on Mastodon"));
    }

    @Test
    void givesNothingToAnIdentityThatAPageOnlyNames() {
        there.look(there.handle());

        there.bob()
                .forms()
                .queryParam("url", "https://elsewhere.example/post")
                .queryParam("owner", there.identity())
                .post("/submit/auto/flattr")
                .then()
                .statusCode(303);

        assertThat(books.text(
                        "select i.name from flattrs f join identities i on i.id = f.identity_id where f.supporter_id = ?",
                        there.bob().id()))
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
