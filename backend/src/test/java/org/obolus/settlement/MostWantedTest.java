package org.obolus.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.identities.SiteHost;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class MostWantedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    @Inject
    MostWanted mostWanted;

    @Inject
    Pool pool;

    Person bob;
    Person carol;
    Person dora;
    String much;
    String little;

    @BeforeEach
    void threeGiveToOneSiteAndOneToAnother() {
        time.settleTheMonth();
        bob = people.person("bob");
        carol = people.person("carol");
        dora = people.person("dora");
        books.means(bob, "20000.00", "20000.00");
        books.means(carol, "30000.00", "30000.00");
        books.means(dora, "5000.00", "5000.00");
        much = "much" + bob.id() + ".example";
        little = "little" + bob.id() + ".example";
        books.flattr(bob, books.thingOfNobody(much));
        books.flattr(carol, books.thingOfNobody(much));
        books.flattr(dora, books.thingOfNobody(much));
        books.flattr(bob, books.thingOfNobody(little));
    }

    @Test
    void areListedOnceTheirMonthIsSettledTheMostFirst() {
        assertThat(page()).doesNotContain(much);

        time.settleTheMonth();

        assertThat(page()).containsSubsequence(much, "3 people", "€45,000.00", little, "1 person", "not told");
    }

    @Test
    void tellNoSumThatFewerThanThreePeopleGaveNotEvenByTheirOrder() {
        var modest = "modest" + bob.id() + ".example";
        for (var name : List.of("erin", "frank", "grace")) {
            var giver = people.person(name);
            books.means(giver, "2.00", "2.00");
            books.flattr(giver, books.thingOfNobody(modest));
        }

        time.settleTheMonth();

        assertThat(page())
                .containsSubsequence(much, modest, "3 people", "€6.00", little, "not told")
                .doesNotContain("€10,000.00");
    }

    @Test
    void tellTheSumOnceAThirdPersonHasGiven() {
        books.means(dora, "5000.00", "5000.00");
        time.settleTheMonth();
        for (var giver : List.of(carol, dora)) {
            books.means(giver, "2.00", "2.00");
            books.flattr(giver, books.thingOfNobody(little));
        }
        assertThat(page()).containsSubsequence(little, "1 person", "not told");

        time.settleTheMonth();

        assertThat(page()).containsSubsequence(little, "3 people", "€10,004.00");
    }

    @Test
    void leadToWhatWasFlattred() {
        var person = "github:user:id:" + bob.id();
        books.means(bob, "20000.00", "30000.00");
        books.flattr(bob, books.thingOfIdentity(person));
        time.settleTheMonth();
        mostWanted.count().await().atMost(PATIENCE);

        var links = Jsoup.parse(given().accept("text/html").get("/most-wanted").asString())
                .select("main table a");

        assertThat(links.eachAttr("href"))
                .contains("/on/github/" + bob.id(), "/catalogue?url=https%3A%2F%2F" + much + "%2F");
    }

    @Test
    void areLinkedFromEveryPage() {
        var footer =
                Jsoup.parse(given().accept("text/html").get("/").asString()).select("footer a");

        assertThat(footer.eachAttr("href")).contains("/most-wanted");
    }

    @Test
    void areNoLongerListedWhenTheyHaveClaimed() {
        time.settleTheMonth();
        assertThat(page()).contains(much);

        books.siteOf(carol, much);

        assertThat(page()).doesNotContain(much).contains(little);
    }

    @Test
    void areListedOnceWhoeverHadClaimedThemGivesThemUp() {
        try (var blog = LittleSite.named("givenup")) {
            books.means(bob, "50000.00", "50000.00");
            books.flattr(bob, books.thingOfNobody(blog.host()));
            blog.disputedBetween(carol, people.person("dora"));
            time.settleTheMonth();
            assertThat(page()).doesNotContain(blog.host());

            carol.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

            assertThat(page()).contains(blog.host());
        }
    }

    @Test
    void areNeverListedWhenTheyHaveOptedOut() {
        time.settleTheMonth();
        assertThat(page()).contains(much);

        identities.optOut(IdentityName.of(SiteHost.of(much)), "file").await().atMost(PATIENCE);
        assertThat(text()).doesNotContain(much).contains(little);
        time.doWhatIsDue();

        assertThat(page()).doesNotContain(much);
        assertThat(books.number(
                        "select count(*) from most_wanted w join identities i on i.id = w.identity_id where i.name = ?",
                        "site:" + much))
                .isZero();
    }

    @Test
    void areNotListedAnyLongerThanTheirSharesAreHeld() {
        time.settleTheMonth();
        assertThat(page()).contains(much);

        time.passMonths(6);
        time.passDays(0);

        assertThat(page()).doesNotContain(much, little);
    }

    @Test
    void areNoAddressesOfEmail() {
        var mail = identities.name(EmailAddress.of("nobody" + bob.id() + "@mail.example"));
        books.flattr(bob, books.thingOfIdentity(mail.value()));

        time.settleTheMonth();

        assertThat(page()).contains(much).doesNotContain("email:");
    }

    @Test
    void areReadByTheIndex() {
        var plan = pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain (generic_plan) " + MostWanted.PAGE)
                                .execute()))
                .await()
                .atMost(PATIENCE);
        var lines = new ArrayList<String>();
        plan.forEach(row -> lines.add(row.getString(0)));

        assertThat(String.join("\n", lines)).contains("most_wanted_order").doesNotContain("Seq Scan", "Sort");
    }

    private String page() {
        mostWanted.count().await().atMost(PATIENCE);
        return text();
    }

    private static String text() {
        return given().accept("text/html")
                .get("/most-wanted")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", "");
    }
}
