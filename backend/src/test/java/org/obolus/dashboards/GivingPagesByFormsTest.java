package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.obolus.dashboards.LookingAtTheDashboardTest.form;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class GivingPagesByFormsTest {

    private static final String GIVEN = "/dashboard/assignments";

    @Inject
    People people;

    @Inject
    Books books;

    Person olga;
    Person anna;
    String site;

    @BeforeEach
    void meet() {
        olga = people.person("olga");
        anna = people.person("anna");
        var host = "forms" + System.nanoTime() + ".example";
        books.siteOf(olga, host);
        site = "/dashboard/sites/" + host + "/assignments";
    }

    @Test
    void offersAgreesAndEnds() {
        give("author", "Anna B.", anna.username()).then().statusCode(303);
        assertThat(page(olga, site)).contains("Everything by <bdi>anna b.</bdi>", "waits for " + anna.username());
        assertThat(page(anna, "/dashboard/sites")).contains(GIVEN);
        var id = id();

        form(anna).post(GIVEN + "/" + id + "/agree").then().statusCode(303);
        assertThat(page(anna, GIVEN)).contains(">yours<", "Give back");
        assertThat(page(olga, site)).contains(">theirs<", "End it");

        form(olga).post(site + "/" + id + "/end").then().statusCode(303);
        assertThat(page(anna, GIVEN)).contains("Nothing was given to you");
    }

    @Test
    void isOnTheFirstPageOfWhoeverItWaitsFor() {
        give("author", "anna", anna.username());
        give("path", "/anna", anna.username());
        assertThat(page(anna, "/dashboard"))
                .containsOnlyOnce("You are offered pages of ")
                .contains(GIVEN);
        assertThat(page(olga, "/dashboard")).doesNotContain(site);

        books.run(
                "update assignments set confirmed_at = null where receiver_id in"
                        + " (select id from identities where account_id = ?)",
                anna.id());

        assertThat(page(olga, "/dashboard"))
                .containsOnlyOnce("An app of yours proposes")
                .contains(site);
        assertThat(page(anna, "/dashboard")).doesNotContain(GIVEN);
    }

    @Test
    void declinesWhatIsNotWanted() {
        give("path", "/columns", anna.username());

        form(anna).post(GIVEN + "/" + id() + "/decline").then().statusCode(303);

        assertThat(page(olga, site)).doesNotContain("/columns<");
    }

    @Test
    void keepsWhatWasTypedBesideTheReason() {
        give("path", "https://elsewhere.example/\"><script>", anna.username())
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("id=\"pages-error\""),
                        containsString("/&quot;&gt;&lt;script&gt;"),
                        containsString("value=\"" + anna.username() + "\""),
                        containsString("<option value=\"path\" selected>")));
        give("author", "anna", "nobody-of-that-name")
                .then()
                .statusCode(422)
                .body(containsString("id=\"username-error\""));
    }

    @Test
    void confirmsWhatAnAppHasProposed() {
        give("author", "anna", anna.username());
        books.run("update assignments set confirmed_at = null where id = ?", id());
        assertThat(page(olga, site)).contains("proposed by an app");
        anna.browses().get(GIVEN).then().body(containsString("Nothing was given to you"));

        form(olga).post(site + "/" + id() + "/confirm").then().statusCode(303);

        assertThat(page(anna, GIVEN)).contains("Agree<");
    }

    @Test
    void isForTheOwnerOfTheSiteOnly() {
        give("author", "anna", anna.username());
        var eve = people.person("eve");

        eve.browses().get(site).then().statusCode(403).body(not(containsString(anna.username())));
        form(eve).post(site + "/" + id() + "/confirm").then().statusCode(403);
        form(eve).post(GIVEN + "/" + id() + "/agree").then().statusCode(404);
    }

    @Test
    void isReadPageByPage() {
        give("path", "/first", anna.username());
        books.run("""
                insert into assignments (site_id, kind, pattern, receiver_id, from_at, asked_at, confirmed_at)
                select site_id, kind, pattern || to_char(n, 'FM000'), receiver_id, from_at, asked_at, confirmed_at
                from assignments, generate_series(1, 50) n where id = ?""", id());

        assertThat(page(olga, site)).contains("/first049<", site + "?cursor=").doesNotContain("/first050<");
        assertThat(page(olga, next(page(olga, site)))).contains("/first050<").doesNotContain("/first049<", "?cursor=");
        assertThat(page(anna, GIVEN)).contains("/first050<", GIVEN + "?cursor=").doesNotContain("/first<");
        assertThat(page(anna, next(page(anna, GIVEN)))).contains("/first<").doesNotContain("/first001<");
    }

    private static String next(String page) {
        var link = Pattern.compile("href=\"([^\"]+[?]cursor=[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Response give(String kind, String pages, String to) {
        return form(olga)
                .formParam("kind", kind)
                .formParam("pages", pages)
                .formParam("username", to)
                .formParam("from", "")
                .post(site);
    }

    private long id() {
        return books.number(
                "select a.id from assignments a join identities r on r.id = a.receiver_id where r.account_id = ?",
                anna.id());
    }

    private static String page(Person person, String path) {
        return person.browses().get(path).then().statusCode(200).extract().asString();
    }
}
