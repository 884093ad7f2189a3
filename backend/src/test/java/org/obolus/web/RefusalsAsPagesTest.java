package org.obolus.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalsAsPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void sayThereWhyAndWhatToDo() {
        var page = get("/test/web/refused", BROWSER);

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Retry-After")).isEqualTo("7");
        assertThat(page.asString())
                .contains("<title>Too many requests · Obolus</title>")
                .contains("Try again in 7 seconds.")
                .contains("href=\"/problems/too_many_requests\"")
                .contains("To the front page");
    }

    @Test
    void areShownForAddressesThatDoNotExist() {
        var page = get("/nowhere/at/all", BROWSER);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("There is nothing here");
    }

    @Test
    void nameAnAccidentByItsIdAndKeepItsDetails() {
        var page = get("/test/web/failed", BROWSER);

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.asString()).contains("Its id is <code>").doesNotContain("nobody's business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, text/html;q=0.5"})
    void arePlainProblemsForPrograms(String accept) {
        assertThat(get("/test/web/refused", accept).contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nowhere", "/api/nowhere", "/counts/nowhere", "/q/nowhere"})
    void arePlainProblemsWhereProgramsGo(String path) {
        assertThat(get(path, BROWSER).contentType()).doesNotContain("html");
    }

    private static Response get(String path, String accept) {
        return given().header("Accept", accept).get(path);
    }
}
