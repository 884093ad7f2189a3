package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.obolus.dashboards.LookingAtTheDashboardTest.form;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingAfterOnesSitesTest {

    private static final String SITES = "/dashboard/sites";

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    String host;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        host = "site" + System.nanoTime() + ".example";
    }

    @Test
    void saysWhatToPlaceWhere() {
        form(alice)
                .formParam("site", "https://" + host + "/some/page")
                .post(SITES)
                .then()
                .statusCode(303);

        assertThat(page())
                .contains(
                        "https://" + host + "/.well-known/obolus.txt", "&lt;meta name=&quot;obolus-verification&quot;")
                .contains("not proven yet", SITES + "/" + host + "/verify");
    }

    @Test
    void saysWhyAProofWasNotFound() {
        form(alice).formParam("site", host).post(SITES);

        form(alice)
                .post(SITES + "/" + host + "/verify")
                .then()
                .statusCode(422)
                .body(containsString(host + " could not be looked at."), containsString("role=\"alert\""));
    }

    @Test
    void optsOutAndInAgain() {
        books.siteOf(alice, host);

        form(alice).post(SITES + "/" + host + "/opt-out").then().statusCode(303);
        assertThat(page()).contains("opted out", "Accept flattrs again");

        form(alice).post(SITES + "/" + host + "/opt-in").then().statusCode(303);
        assertThat(page()).contains(">proven<");
    }

    @Test
    void givesASiteUp() {
        books.siteOf(alice, host);

        form(alice).post(SITES + "/" + host + "/give-up").then().statusCode(303);

        assertThat(page()).contains("No site yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "ftp://a.example", "http://", "a b", "\"><script>alert(1)</script>"})
    void refusesWhatIsNoSite(String site) {
        var answer = form(alice).formParam("site", site).post(SITES);

        answer.then().statusCode(422).body(containsString("id=\"site-error\""));
        assertThat(answer.asString()).doesNotContain("<script>alert");
    }

    @Test
    void letsNobodyDecideForSomebodyElse() {
        books.siteOf(alice, host);
        var bob = people.person("bob");

        form(bob).post(SITES + "/" + host + "/opt-out").then().statusCode(403);

        assertThat(page()).contains(">proven<");
    }

    private String page() {
        return alice.browses().get(SITES).then().statusCode(200).extract().asString();
    }
}
