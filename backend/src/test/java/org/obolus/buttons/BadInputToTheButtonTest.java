package org.obolus.buttons;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Whatever a frame or a window is made to send, the answer is a problem with a sentence, and never our fault. */
@QuarkusTest
class BadInputToTheButtonTest {

    private static final String LONG = "x".repeat(1_200_000);
    private static final String SECRET = "A".repeat(43);
    private static final List<String> ADDRESSES = List.of(
            "/button/frame/connections",
            "/button/frame/renewals",
            "/button/frame/flattr",
            "/button/frame/undo",
            "/button/frame/subscription",
            "/button/frame/subscription/pause",
            "/button/frame/subscription/resume",
            "/button/frame/subscription/stop",
            "/submit/auto/connect");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "\"text\"",
            "42",
            "{\"site\": {}, \"url\": [], \"seen\": \"perhaps\", \"code\": 5, \"handle\": 7, \"months\": \"x\"}",
            "{\"site\": null, \"url\": null, \"seen\": null, \"code\": null, \"handle\": null, \"form\": null}",
            "{\"site\": \"SITE\"}",
            "{\"site\": \"SITE\", \"url\": \"javascript:alert(1)\", \"form\": \"FORM\", \"challenge\": \"x\"}",
            "{\"site\": \"SITE\", \"url\": \"https://a.example/\\u0000\", \"form\": \"FORM\", \"challenge\": \""
                    + SECRET + "\", \"code\": \"" + SECRET + "\", \"verifier\": \"" + SECRET + "\", \"key\": \""
                    + SECRET + "\"}",
            "{\"site\": \"\\u0000\", \"url\": \"https://\\ud800.example/\", \"form\": \"FORM\"}",
            "{\"site\": \"SITE\", \"handle\": \"1-1-1-1-1.........................." + SECRET
                    + "\", \"signature\": \"\\u0000\"}",
            "{\"site\": \"SITE\", \"handle\": \"00000000-0000-4000-8000-000000000000." + SECRET
                    + "\", \"signature\": null}",
            "{\"site\": \"" + LONG + "\", \"url\": \"https://" + LONG + "/\", \"form\": \"FORM\"}",
            "{\"site\": \"SITE\", \"handle\": \"" + LONG + "\", \"code\": \"" + LONG + "\", \"url\": \"" + LONG
                    + "\"}");

    @Inject
    People people;

    @Inject
    Books books;

    private Person bob;
    private AFrame frame;

    @BeforeEach
    void connect() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var site = "https://bad" + System.nanoTime() + ".example";
        frame = AFrame.connected(site, bob, site + "/a");
    }

    @Test
    void isAnsweredWithAProblem() {
        var softly = new SoftAssertions();

        for (var address : ADDRESSES) {
            for (var body : BODIES) {
                var filled = body.replace("SITE", frame.site).replace("FORM", bob.formToken());
                var answer =
                        from(address).contentType(ContentType.JSON).body(filled).post(address);
                check(softly, answer, address + " " + body.substring(0, Math.min(120, body.length())));
            }
        }

        softly.assertAll();
    }

    @Test
    void isAnsweredWithAProblemWhateverKindOfBodyItIs() {
        var softly = new SoftAssertions();

        for (var address : ADDRESSES) {
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
                var answer = from(address)
                        .header("Content-Type", type)
                        .body("site=a")
                        .post(address);
                check(softly, answer, address + " " + type);
            }
            check(softly, from(address).get(address), "GET " + address);
        }

        softly.assertAll();
    }

    @Test
    void isAnsweredWithAProblemWhereTheStateOfNothingIsAskedFor() {
        var softly = new SoftAssertions();

        for (var query : List.of("", "?site=x", "?site=%00", "?site=" + frame.site, "?url=%ff")) {
            var address = "/button/frame/state" + query;
            check(softly, from(address).urlEncodingEnabled(false).get(address), address);
        }

        softly.assertAll();
    }

    @Test
    void isRefusedWhereAFormOfTheWindowIsBroken() {
        var softly = new SoftAssertions();

        for (var verb : List.of("flattr", "undo", "budget", "resume", "top-up")) {
            var address = "/submit/auto/" + verb;
            var here = address + "?url=https%3A%2F%2Fbad.example%2Fa";
            isRefused(softly, bob.browses().post(here), "no body to " + here);
            isRefused(
                    softly,
                    bob.browses().contentType(ContentType.JSON).body("{}").post(here),
                    "JSON to " + here);
            isRefused(
                    softly,
                    bob.browses().contentType(ContentType.URLENC).body("").post(here),
                    "nothing to " + here);
            isRefused(
                    softly,
                    bob.browses().contentType(ContentType.URLENC).body("form=x").post(here),
                    "x to " + here);
            isRefused(softly, bob.forms().formParam("amount", "\u0000").post(address), "no page to " + address);
        }

        softly.assertAll();
    }

    private static void isRefused(SoftAssertions softly, Response answer, String request) {
        softly.assertThat(answer.statusCode()).as(request).isBetween(400, 499);
    }

    private RequestSpecification from(String address) {
        return address.startsWith("/button")
                ? given().header("Sec-Fetch-Site", "same-origin").header("Authorization", "Bearer " + frame.token)
                : bob.browses().accept(ContentType.JSON);
    }

    private static void check(SoftAssertions softly, Response answer, String request) {
        softly.assertThat(answer.statusCode()).as(request).isBetween(400, 499);
        softly.assertThat(answer.contentType()).as(request).startsWith("application/problem+json");
        softly.assertThat(answer.asString()).as(request).contains("\"detail\":\"");
    }
}
