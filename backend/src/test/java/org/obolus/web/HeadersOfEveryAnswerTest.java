package org.obolus.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadersOfEveryAnswerTest {

    private static final String POLICY = "Content-Security-Policy";
    private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/obolus.css", "/favicon.svg", "/nowhere", "/api/nowhere", "/q/health", "/problems"})
    void forbidTheBrowserWhateverThePageDoesNotNeed(String path) {
        var answer = get(path);

        assertThat(answer.header(POLICY))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/button.js", "/js/0.6/load.js", "/counts.js", "/button/version.json", "/counts"})
    void letOtherSitesLoadTheButton(String path) {
        assertThat(get(path).header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }

    @Test
    void giveWayToThePolicyOfAResource() {
        var answer = get("/test/web/framed");

        assertThat(answer.headers().getValues(POLICY)).containsExactly("frame-ancestors https://blog.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/log-in", "/catalogue", "/dashboard/flattr", "/nowhere"})
    void nameTheCharsetOfAPage(String path) {
        assertThat(get(path).contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @Test
    void cutAPageFromWhoeverOpenedIt() {
        assertThat(get("/how-it-works").header(OPENER_POLICY)).isEqualTo("same-origin-allow-popups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/how-it-works?popout=1", "/submit/auto", "/submit/auto?url=https://blog.example/1"})
    void leaveTheSmallWindowItsOpener(String path) {
        assertThat(get(path).header(OPENER_POLICY)).isNull();
    }

    @Test
    void keepPagesOfAVisitorWithCookiesOutOfCaches() {
        var known = given().accept("text/html").cookie("some", "thing").get("/");

        assertThat(known.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/").header("Cache-Control")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/account", "/api/v1/statements/given/2026-01.csv", "/api/nowhere"})
    void keepAnswersToOnePersonOutOfCaches(String path) {
        var toBrowser = given().cookie("some", "thing").get(path);
        var toProgram = given().header("Authorization", "Bearer some-thing").get(path);

        assertThat(toBrowser.header("Cache-Control")).isEqualTo("no-store");
        assertThat(toProgram.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void insistOnHttpsOnlyWhereItIsSpoken() {
        assertThat(get("/").header("Strict-Transport-Security")).isNull();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).accept("text/html").get(path);
    }
}
