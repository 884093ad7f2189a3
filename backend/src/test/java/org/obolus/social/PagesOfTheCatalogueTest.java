package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class PagesOfTheCatalogueTest {

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    String word;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        word = "w" + System.nanoTime();
    }

    @Test
    void listsWhatIsFoundAndLeadsOn() {
        for (int i = 0; i < 31; i++) {
            books.run("update things set title = ? where id = ?", "<i>" + word, books.thingOf(alice));
        }

        var first = page("query=" + word);
        var second = page("query=" + word + "&page=2");

        assertThat(first)
                .contains("31 things", "&lt;i&gt;" + word, "by <a href=\"/people/" + alice.username() + "\">")
                .contains("href=\"/catalogue?query=" + word + "&amp;page=2\"", "Best match")
                .contains("href=\"/catalogue.atom?query=" + word + "\"")
                .doesNotContain("<i>" + word);
        assertThat(second).contains("page 2", "rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void isThereWithoutASearch() {
        assertThat(page("query="))
                .contains("<h1>Catalogue</h1>", "Most in 7 days")
                .doesNotContain("Best match");
    }

    @Test
    void saysWhenNothingIsFound() {
        assertThat(page("query=" + word)).contains("Nothing was found");
    }

    @Test
    void showsTheSearchAgainWithWhatIsWrongBesideTheField() {
        var answer = given().accept("text/html")
                .queryParam("tags", "a &")
                .queryParam("query", word)
                .get("/catalogue");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("id=\"tags-error\"", "lacks a tag", "value=\"" + word + "\"");
    }

    @Test
    void isAFeedWithPaymentLinks() {
        books.run("update things set title = ? where id = ?", "A & B " + word, books.thingOf(alice));

        var feed = given().get("/catalogue.atom?query=" + word)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(feed).contains("<title>A &amp; B " + word + "</title>", "rel=\"payment\"", "<id>tag:");
    }

    @Test
    void changesAProfileByItsForm() {
        alice.forms()
                .formParam("first_name", "Alice")
                .formParam("city", "Visby")
                .formParam("shows_profile", "on")
                .post("/dashboard/profile")
                .then()
                .statusCode(303);
        var refused = alice.forms().formParam("url", "nonsense").post("/dashboard/profile");

        assertThat(given().accept("text/html")
                        .get("/people/" + alice.username())
                        .asString())
                .contains("Visby");
        assertThat(alice.browses().get("/dashboard/profile").asString()).contains("value=\"Alice\"", "checked");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Nothing was saved.");
    }

    private static String page(String query) {
        return given().accept("text/html")
                .get("/catalogue?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
