package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class CallingPeopleByTheirNamesTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    SomebodyElsewhere elsewhere;

    private AliceElsewhere there;
    private Person bob;

    @BeforeEach
    void bobFlattrsSomebodyOnMastodon() {
        time.settleTheMonth();
        there = elsewhere.called("Alice Liddell");
        bob = there.bob();
        books.deposit(bob, "2.00");
        there.look(there.handle());
        there.flattr(there.address());
    }

    @AfterEach
    void end() {
        there.close();
    }

    @Test
    void namesThemInStatementsOfWhoeverGave() {
        assertThat(page(bob, "/statements/given/" + time.month())).contains(called());
        var month = time.settleTheMonth();

        assertThat(page(bob, "/statements/given/" + month)).contains(called()).doesNotContain(there.identity());
        assertThat(bob.asks().get("/api/v1/statements/given/" + month + ".csv").asString())
                .contains("\"" + called() + "\"")
                .doesNotContain(there.identity());
        bob.asks().get("/api/v1/statements/given/" + month).then().body("shares.receiver", contains(there.identity()));
    }

    @Test
    void namesThemInTheStatementOfWhoeverClaims() {
        var carol = people.person("carol");
        var month = time.settleTheMonth();
        books.run("update identities set account_id = ? where name = ?", carol.id(), there.identity());
        books.run("""
                insert into claims (identity_id, account_id, proof, claimed_at)
                select id, account_id, 'platform', calendar_now() from identities where name = ?""", there.identity());
        time.doWhatIsDue();

        assertThat(page(carol, "/statements/received/" + month))
                .contains(called())
                .doesNotContain(there.identity());
        assertThat(carol.asks()
                        .get("/api/v1/statements/received/" + month + "/claims.csv")
                        .asString())
                .contains("\"" + called() + "\"");
    }

    @Test
    void namesThemWhereTheirThingIsShown() {
        var thing = "/things/" + books.number("select id from things where url = ?", there.address());

        assertThat(page(bob, thing))
                .contains(called() + " is not here yet", there.social().host())
                .doesNotContain("Nobody has claimed this yet");
        assertThat(page(bob, thing + "/thanks")).contains("to " + called() + ".");
        assertThat(page(bob, "/dashboard")).contains("Alice Liddell on Mastodon" + there.handle() + ":");
    }

    @Test
    void namesThemWhereTheyWantNoFlattrs() {
        books.run("update identities set opted_out_at = calendar_now() where name = ?", there.identity());

        assertThat(page(bob, "/submit/auto?url=" + there.address())).contains(called() + " does not want flattrs.");
    }

    @Test
    void namesThemAmongTheMostWanted() {
        time.settleTheMonth();
        time.doWhatIsDue();
        books.run("""
                insert into most_wanted (identity_id, supporters, held)
                select id, 3, 9000000000000 from identities where name = ?
                on conflict (identity_id) do update set held = excluded.held""", there.identity());

        var page = given().accept("text/html").get("/most-wanted").asString();
        books.run("delete from most_wanted where held = 9000000000000");

        assertThat(page).contains("<bdi>" + called() + "</bdi>");
    }

    @Test
    void offersSupportersAMessageToPostToThem() {
        var message = "I flattr you, and what I give is waiting for you. Collect it here: " + there.address();

        assertThat(page(bob, "/on/mastodon:" + there.social().host() + "/109")).contains("Tell them", message);
        assertThat(page(bob, "/dashboard/flattr?of=" + there.handle())).contains("Tell them", message);
        assertThat(page(people.person("carol"), "/on/mastodon:" + there.social().host() + "/109"))
                .doesNotContain("Tell them");
    }

    private String called() {
        return "Alice Liddell, " + there.handle() + " on Mastodon";
    }

    private static String page(Person person, String path) {
        return person.browses()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", "");
    }
}
