package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.problems.ProblemType;

@QuarkusTest
class ReadingThePublicPagesTest {

    @Inject
    People people;

    @Test
    void offersOnePrimaryActionOnTheFrontPage() {
        var html = page("/");

        assertThat(html.split("button primary", -1)).hasSize(2);
        assertThat(html).contains("<a class=\"button primary\" href=\"/sign-up\">Sign up</a>");
    }

    @Test
    void knowsWhoIsLoggedInAndOffersTheWayOut() {
        var alice = people.person("alice");

        var html = alice.browses().get("/").asString();

        assertThat(html)
                .contains("method=\"post\"", alice.username(), "To your dashboard")
                .doesNotContain(">Sign up<");
    }

    @Test
    void leavesOutTheNavigationInTheSmallWindow() {
        assertThat(page("/problems/no_means?popout=1"))
                .contains("<body class=\"popout\">")
                .doesNotContain("<nav", "<footer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-works"})
    void promisesNothingThatIsNotThere(String path) {
        assertThat(page(path))
                .doesNotContain("have it paid out", "own budget and give it on", "Pass on what", "choose to be seen");
    }

    @Test
    void saysWhatIsConfigured() {
        assertThat(page("/")).contains("90 % of every share", "10 % of what a maker receives", "within six months");
        assertThat(page("/how-it-works")).contains("Until the 10th", "within six months");
    }

    @Test
    void showsTheMonthWithExactFigures() {
        assertThat(page("/how-it-works")).contains("€0.18", "€0.666667", "€0.666666", "€3.10", "€1.55", "€10.00");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainsEveryRefusalAtItsAddress(ProblemType type) {
        assertThat(page(type.uri().toString())).contains(escaped(type.title()), "<code>" + type.code() + "</code>");
        assertThat(page("/problems")).contains("href=\"" + type.uri() + "\"");
    }

    @Test
    void knowsNoRefusalThatNobodyNamed() {
        given().get("/problems/oops").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-works", "/problems", "/problems/no_means"})
    void needsNeitherInlineScriptsNorInlineStyles(String path) {
        assertThat(page(path)).doesNotContain("<script>", "<style", " style=", " onclick=", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/how-it-works", "/problems", "/problems/no_means"})
    void canBeReadByEverybody(String path) {
        assertThat(page(path))
                .contains("<html lang=\"en\">", "href=\"#main\"", "<main id=\"main\"", "name=\"viewport\"")
                .containsOnlyOnce("<h1>");
    }

    private static String escaped(String text) {
        return text.replace("'", "&#39;");
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
