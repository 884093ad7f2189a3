package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.obolus.dashboards.LookingAtTheDashboardTest.form;
import static org.obolus.dashboards.LookingAtTheDashboardTest.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingAfterOnesThingsTest {

    @ConfigProperty(name = "obolus.url")
    String server;

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    long thing;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        thing = books.thingOf(alice);
    }

    @Test
    void givesTheButtonToCopy() {
        assertThat(page("/dashboard/things"))
                .contains("&lt;script async src=\"" + server + "/button.js\"&gt;&lt;/script&gt;")
                .contains("by=\"" + alice.username() + "\"", "&amp;amp;user_id=" + alice.username());
    }

    @Test
    void savesWhatTheOwnerWrites() {
        var answer = form(alice)
                .formParam("title", "Rye <b>bread</b> & butter")
                .formParam("description", "First line\r\nSecond line")
                .formParam("category", "text")
                .formParam("language", "en_GB")
                .formParam("tags", "bread, baking,, bread")
                .formParam("hidden", "on")
                .post(edit());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page(edit() + "?news=saved"))
                .contains("It is saved.", "value=\"Rye bread &amp; butter\"", "First line\nSecond line</textarea>")
                .contains("value=\"text\" selected", "value=\"en_GB\" selected", "value=\"bread, baking\"", " checked");
        assertThat(page("/dashboard/things")).contains("· hidden");
    }

    @Test
    void changesNothingWhereNothingWasChanged() {
        form(alice).formParam("category", "rest").post(edit()).then().statusCode(303);

        assertThat(books.number("""
                select count(*) from things where id = ? and title is null and description is null and not hidden""", thing)).isEqualTo(1);
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasWritten() {
        var answer = form(alice)
                .formParam("title", "abc")
                .formParam("description", "\"><script>alert(1)</script> kept")
                .formParam("category", "rest")
                .post(edit());

        answer.then().statusCode(422).body(containsString("id=\"title-error\""));
        assertThat(answer.asString()).contains("kept</textarea>").doesNotContain("<script>alert");
    }

    @Test
    void refusesChoicesThatAreNotOffered() {
        form(alice)
                .formParam("category", "nonsense")
                .post(edit())
                .then()
                .statusCode(422)
                .body(containsString("id=\"category-error\""));
        form(alice)
                .formParam("category", "rest")
                .formParam("language", "tlh")
                .post(edit())
                .then()
                .statusCode(422)
                .body(containsString("id=\"language-error\""));
    }

    @Test
    void deletesAThingAndSaysSo() {
        form(alice).post(edit() + "/delete").then().statusCode(303);

        assertThat(page("/dashboard/things?news=deleted")).contains("It is deleted.", "Nothing is yours here yet");
        alice.browses().get(edit()).then().statusCode(404);
    }

    @Test
    void isNobodyElsesBusiness() {
        var bob = people.person("bob");

        bob.browses().get(edit()).then().statusCode(404);
        form(bob).formParam("title", "Stolen title").post(edit()).then().statusCode(404);
        form(bob).post(edit() + "/delete").then().statusCode(403);
    }

    @Test
    void addsAPageOfASiteThatIsTheirs() {
        var host = "own" + System.nanoTime() + ".example";
        books.siteOf(alice, host);

        var answer = add("https://" + host + "/first");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/dashboard/things/");
    }

    @Test
    void saysHowAPageCouldBecomeTheirs() {
        var answer = add("https://strange.example/" + System.nanoTime());

        answer.then().statusCode(200);
        assertThat(answer.asString())
                .contains("This is not yours yet", "name=\"obolus:account\" content=\"" + alice.username());
    }

    @Test
    void refusesWhatIsNoAddress() {
        add("javascript:alert(1)").then().statusCode(422).body(containsString("id=\"url-error\""));
        add("").then().statusCode(422);
    }

    @Test
    void countsTheFlattrsOfEach() {
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        books.flattr(bob, thing);

        assertThat(text(page("/dashboard/things"))).contains("1 flattr");
        assertThat(text(page("/dashboard"))).contains("1 flattr");
    }

    private Response add(String url) {
        return form(alice).formParam("url", url).post("/dashboard/things");
    }

    private String edit() {
        return "/dashboard/things/" + thing;
    }

    private String page(String path) {
        return alice.browses().get(path).then().statusCode(200).extract().asString();
    }
}
