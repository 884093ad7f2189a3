package org.obolus.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestsFromOtherSitesTest {

    private static final String CHANGE = "/test/web/changed";

    @TestHTTPResource("/")
    URI here;

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, Cookie {2}, Authorization {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            same-origin, -,                   session=1, -,           200
            same-origin, https://evil.example, session=1, -,          200
            none,        -,                   session=1, -,           200
            same-site,   -,                   session=1, -,           403
            cross-site,  -,                   session=1, -,           403
            cross-site,  OURS,                session=1, -,           403
            cross-site,  -,                   -,         -,           403
            nonsense,    -,                   session=1, -,           403
            -,           OURS,                session=1, -,           200
            -,           https://evil.example, session=1, -,          403
            -,           null,                session=1, -,           403
            -,           'not a {uri}',       session=1, -,           403
            -,           https://evil.example, -,        -,           403
            -,           -,                   session=1, -,           403
            -,           -,                   -,         -,           200
            cross-site,  https://app.example, -,         Bearer abc,  200
            cross-site,  https://app.example, -,         bearer abc,  200
            cross-site,  https://app.example, session=1, Bearer abc,  403
            cross-site,  https://app.example, -,         Basic abc,   403
            """)
    void areBelievedOnlyWithoutTheVisitorsAuthority(
            String site, String origin, String cookie, String authorization, int status) {
        var request = given();

        addIfThere(request, "Sec-Fetch-Site", site);
        addIfThere(request, "Origin", "OURS".equals(origin) ? ours() : origin);
        addIfThere(request, "Cookie", cookie);
        addIfThere(request, "Authorization", authorization);

        assertThat(request.post(CHANGE).statusCode()).isEqualTo(status);
    }

    @Test
    void mayReadWhatEverybodyMayRead() {
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/how-it-works")
                .then()
                .statusCode(200);
    }

    @Test
    void areToldWhy() {
        var answer = given().header("Sec-Fetch-Site", "cross-site").post(CHANGE);

        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.path("type").toString()).isEqualTo("/problems/cross_site");
    }

    private String ours() {
        return here.getScheme() + "://" + here.getAuthority();
    }

    private static void addIfThere(RequestSpecification request, String name, String value) {
        if (value != null) {
            request.header(name, value);
        }
    }
}
