package org.obolus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Person;

/** Whatever is sent to whatever address of the API, the answer is a problem with a sentence, and never our fault. */
@QuarkusTest
class BadInputTest {

    private static final String LONG = "x".repeat(2_000_000);
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "42",
            "{\"url\": 5, \"thing\": \"x\", \"amount_micros\": \"abc\", \"month\": 3, \"scopes\": 7, \"host\": {}}",
            "{\"amount_micros\": 1e400, \"thing\": 1.5, \"supporter\": -1}",
            "{\"amount_micros\": -1, \"thing\": -1, \"url\": \"javascript:alert(1)\", \"host\": \"..\"}",
            "{\"amount_micros\": 99999999999999999999999, \"url\": \"http://[::1\", \"month\": \"2026-13\"}",
            "{\"amount_micros\": 9223372036854775807, \"url\": \"data:text/html,x\", \"host\": \"a b\"}",
            "{\"title\": \"" + LONG + "\", \"url\": \"https://t.example/\", \"username\": \"" + LONG + "\"}",
            "{\"username\": \"\\u0000\", \"email\": \"\\u0000@x\", \"password\": \"\\u0000\", \"name\": \"\\u0000\","
                    + " \"url\": \"https://t.example/\\u0000\", \"title\": \"a\\u0000bcdef\", \"reason\": \"\\u0000\"}",
            "{\"url\": \"https://\\ud800.example/\", \"title\": \"\\ud800\\ud800\\ud800\\ud800\\ud800\"}");
    private static final List<String> NAMES =
            List.of("1", "nonsense", "99999999999999999999", "%00", "-1", "%F0%9F%92%A9", "2026-11");

    @Inject
    People people;

    @Test
    void isAnsweredWithAProblemEverywhere() {
        var operator = people.operator("olga");
        var softly = new SoftAssertions();

        routes().forEach(route -> NAMES.forEach(name -> tryOut(softly, operator, route, name)));

        softly.assertAll();
    }

    private record Route(String method, String path) {}

    private static List<Route> routes() {
        Map<String, Map<String, Object>> paths = new JsonPath(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString())
                .getMap("paths");
        var routes = new ArrayList<Route>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        List.of("get", "post", "put", "patch", "delete").contains(method))
                .forEach(method -> routes.add(new Route(method.toUpperCase(Locale.ROOT), path))));
        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(routes).extracting(Route::path).contains("/counts", "/api/v1/things/{id}/count");
        return routes;
    }

    private static void tryOut(SoftAssertions softly, Person caller, Route route, String name) {
        var hasName = route.path.contains("{");
        if (!hasName && !name.equals(NAMES.get(0))) {
            return;
        }
        var path = route.path.replaceAll("\\{[^}]*}", name);
        var bodies = route.method.startsWith("P") ? BODIES : List.of("");
        for (var body : hasName ? bodies.subList(0, Math.min(bodies.size(), 8)) : bodies) {
            var answer = caller.asks().urlEncodingEnabled(false).body(body).request(route.method, path);
            check(softly, answer, route.method + " " + path + " " + body.substring(0, Math.min(80, body.length())));
        }
    }

    private static void check(SoftAssertions softly, Response answer, String request) {
        softly.assertThat(answer.statusCode()).as(request).isLessThan(500);
        if (answer.statusCode() >= 400) {
            softly.assertThat(answer.contentType()).as(request).startsWith("application/problem+json");
            softly.assertThat(answer.asString()).as(request).contains("\"detail\":\"");
        }
    }
}
