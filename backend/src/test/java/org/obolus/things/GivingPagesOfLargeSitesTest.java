package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.end;
import static org.obolus.things.GivenPages.flattr;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

/** Of sites with more pages than are gone through at once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GivingPagesOfLargeSitesTest {

    private static final String FIRST = "/archive/1001";
    private static final String LAST = "/archive/3500";

    @Inject
    PapersInTests papers;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    private Paper paper;
    private Person olga;
    private Person anna;
    private Person fan;

    @BeforeEach
    void begin() {
        paper = papers.paper();
        olga = paper.owner();
        anna = paper.writer();
        books.run("""
                insert into things (url, url_key, identity_id, created_at, updated_at)
                select 'https://' || ? || '/archive/' || n, ? || '/archive/' || n, i.id, now(), now()
                from identities i, generate_series(1001, 3500) n where i.name = 'site:' || ?""", paper.host(), paper.host(), paper.host());
        fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
    }

    @Test
    void takesStepsThatFollowOneAnother() {
        given(olga, paper.host(), "path", "/archive", anna);

        assertThat(pagesOf(anna)).isEqualTo(1000);
        assertThat(owner(paper.url(FIRST))).isEqualTo(anna.username());
        assertThat(owner(paper.url(LAST))).isEqualTo(olga.username());

        papers.goThroughSites();

        assertThat(pagesOf(anna)).isEqualTo(2500);
        assertThat(waiting()).isZero();
    }

    @Test
    void countsAtOnceForWhatIsFlattredMeanwhile() {
        var rule = given(olga, paper.host(), "path", "/archive", anna);
        flattr(fan, paper.url(LAST));
        anna.asks()
                .body(Map.of("url", paper.url("/archive/3499")))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/flattr_owner"));
        papers.goThroughSites();
        end(olga, paper.host(), rule);
        flattr(fan, paper.url("/archive/3498"));

        assertThat(owner(paper.url("/archive/3498"))).isEqualTo(anna.username());
        time.settleTheMonth();
        assertThat(books.balance("revenue:" + anna.id())).isEqualTo(Books.micros("2.25"));
        assertThat(books.balance("revenue:" + olga.id())).isEqualTo(Books.micros("2.25"));
    }

    /** As the pages are that people on other platforms have on this very server. */
    @Test
    void leavesWhatSomebodyOnAPlatformIsToThem() {
        leavesTo(somebodyOnAPlatform());
    }

    @Test
    void leavesWhatSomebodyWithAnEmailAddressIsToThem() {
        leavesTo(books.number(
                "insert into identities (name) values ('email:' || encode(sha256(?::bytea), 'hex')) returning id",
                paper.host()));
    }

    private void leavesTo(long somebody) {
        books.run("update things set identity_id = ? where url = ?", somebody, paper.url(LAST));

        given(olga, paper.host(), "path", "/archive", anna);
        flattr(fan, paper.url(LAST));
        papers.goThroughSites();

        assertThat(books.number(
                        "select f.identity_id from flattrs f join things t on t.id = f.thing_id where t.url = ?",
                        paper.url(LAST)))
                .isEqualTo(somebody);
        assertThat(pagesOf(anna)).isEqualTo(2499);
    }

    @Test
    void keepsNobodyFromRegistering() {
        given(olga, paper.host(), "path", "/archive", anna);

        register(olga, paper.url("/archive/4000"), Map.of())
                .then()
                .statusCode(201)
                .body("owner", equalTo(anna.username()));
        register(olga, paper.url(LAST), Map.of("title", "The last one"))
                .then()
                .statusCode(200)
                .body("title", equalTo("The last one"));

        papers.goThroughSites();
        assertThat(pagesOf(anna)).isEqualTo(2501);
    }

    @Test
    void beginsAnewWhenSomethingChangesMeanwhile() {
        var bert = people.person("bert");
        var rule = given(olga, paper.host(), "path", "/archive", anna);
        given(olga, paper.host(), "path", "/", bert);

        end(olga, paper.host(), rule);
        papers.goThroughSites();

        assertThat(pagesOf(bert)).isEqualTo(2500);
        assertThat(pagesOf(anna)).isZero();
    }

    @Test
    void isDoneOnceBySeveralServers() {
        given(olga, paper.host(), "path", "/archive", anna);

        AtOnce.times(4, server -> {
            papers.goThroughSites();
            return server;
        });

        assertThat(pagesOf(anna)).isEqualTo(2500);
        assertThat(waiting()).isZero();
    }

    @Test
    void keepsClicksOutOnceTheSiteHasOptedOut() {
        given(olga, paper.host(), "path", "/archive", anna);
        papers.goThroughSites();

        olga.asks().post("/api/v1/sites/{host}/opt-out", paper.host()).then().statusCode(200);

        assertThat(owner(paper.url(LAST))).isEqualTo(anna.username());
        fan.asks()
                .body(Map.of("url", paper.url(LAST)))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"));
    }

    private long somebodyOnAPlatform() {
        var identity = books.number(
                "insert into identities (name) values ('github:user:id:' || ?) returning id", paper.host());
        books.run("""
                insert into platform_users (identity_id, platform, user_id, handle, profile, seen_at)
                values (?, 'github', ?, 'octavia', 'https://github.com/octavia', now())""", identity, paper.host());
        return identity;
    }

    private long pagesOf(Person person) {
        return books.number(
                "select count(*) from things t join identities i on i.id = t.identity_id where i.account_id = ?"
                        + " and t.url_key like ? || '/%'",
                person.id(), paper.host());
    }

    private long waiting() {
        return books.number(
                "select count(*) from sites_to_go_through w join identities s on s.id = w.site_id"
                        + " where s.name = 'site:' || ?",
                paper.host());
    }
}
