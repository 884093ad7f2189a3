package org.obolus.flattrs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;

@QuarkusTest
class RefusingACountTest {

    /** Stands for a count that cannot be read just now. */
    @ApplicationScoped
    static class Trouble {
        void register(@Observes Router router, CountRoutes counts) {
            router.get("/counts/busy")
                    .handler(request -> request.fail(new Unacceptable.Overloaded(3)))
                    .failureHandler(counts::refuse);
            router.get("/counts/broken")
                    .handler(request -> request.fail(new IllegalStateException("secret")))
                    .failureHandler(counts::refuse);
        }
    }

    @Test
    void saysToEverySiteWhatWasWrong() {
        refusal("/counts").then().statusCode(400).body("type", equalTo("/problems/malformed"));
    }

    @Test
    void saysWhenToComeBack() {
        refusal("/counts/busy")
                .then()
                .statusCode(503)
                .header("Retry-After", "3")
                .body("type", equalTo("/problems/overloaded"));
    }

    @Test
    void tellsNothingOfAnAccident() {
        refusal("/counts/broken")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/internal"))
                .body(not(containsString("secret")));
    }

    @Test
    void countsZeroForWhatNobodyKnows() {
        given().get("/api/v1/things/999999999999999999/count")
                .then()
                .statusCode(200)
                .body("flattrs", equalTo(0));
    }

    private static Response refusal(String path) {
        var answer = given().get(path);
        answer.then()
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-store");
        return answer;
    }
}
