package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoggingInTest {

    @Inject
    Mailbox mailbox;

    @Test
    void givesTheBrowserACookieThatNoScriptReads() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = alice.logsIn();

        answer.then().statusCode(200).body("username", equalTo(alice.username()));
        assertThat(answer.header("Set-Cookie")).contains("obolus=", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void worksWithTheAddressInAnyCase() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = alice.logsInAs(alice.email().toUpperCase(Locale.ROOT));

        answer.then().statusCode(200);
    }

    @Test
    void showsWhoIsLoggedIn() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var me = Newcomer.browser(alice.session()).get("/api/v1/account");

        me.then()
                .statusCode(200)
                .body("username", equalTo(alice.username()))
                .body("email", equalTo(alice.email()))
                .body("operator", equalTo(false));
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAnAccount() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var wrong = alice.withPassword("not it at all").logsIn();
        var unknown = Newcomer.named("nobody").logsIn();

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void doesNotTellThroughAStrangersAccountWhetherAnAddressIsKnown() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var withKnown = Newcomer.named("bob").with(alice.email()).withPassword("four green pans");
        var withUnknown = Newcomer.named("bob");
        withKnown.signsUp();
        withUnknown.signsUp();

        var known = withKnown.logsInAs(withKnown.email());
        var unknown = withUnknown.logsInAs(withUnknown.email());

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.asString()).isEqualTo(unknown.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\u0000b", "' or 1=1", "@", "alice@", "ä"})
    void takesOddNamesForUnknownOnes(String name) {
        var nobody = Newcomer.named("nobody");

        var answer = nobody.logsInAs(name);

        answer.then().statusCode(401).body("type", equalTo("/problems/wrong_password"));
    }

    @Test
    void isSlowedDownForWhoeverGuesses() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var guesser = alice.withPassword("not it at all");

        var statuses = IntStream.range(0, 10)
                .mapToObj(guess -> guesser.logsIn().statusCode())
                .toList();

        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 401, 401, 401, 429, 429);
        assertThat(guesser.logsIn().header("Retry-After")).matches("[1-9][0-9]?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ad", "\u200b", "\u2060"})
    void countsAllWaysOfWritingOneAddressTogether(String leftOut) {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var guesser = alice.withPassword("not it at all");
        var domain = alice.email().indexOf('@') + 1;

        var statuses = IntStream.range(0, 10)
                .mapToObj(guess -> new StringBuilder(alice.email()).insert(domain + guess % 9 + 1, leftOut))
                .map(written -> guesser.logsInAs(written.toString()).statusCode())
                .toList();

        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 401, 401, 401, 429, 429);
    }

    @Test
    void staysPossibleForTheOwnerWhileSomebodyElsewhereGuesses() throws UnknownHostException {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var guesser = alice.withPassword("not it at all");
        IntStream.range(0, 10).forEach(guess -> guesser.logsIn());

        var answer = given().config(from("127.0.0.2"))
                .contentType("application/json")
                .body("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(alice.username(), alice.password()))
                .post("/api/v1/log-in");

        answer.then().statusCode(200);
    }

    @Test
    void endsTheLogInThatTheBrowserHadBefore() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var before = alice.session();

        Newcomer.browser(before)
                .body("{\"name\": \"%s\", \"password\": \"%s\"}".formatted(alice.username(), alice.password()))
                .post("/api/v1/log-in")
                .then()
                .statusCode(200);

        Newcomer.browser(before).get("/api/v1/account").then().statusCode(401);
    }

    @Test
    void isOverAtOnceAfterLoggingOut() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var session = alice.session();

        var answer = Newcomer.browser(session).post("/api/v1/log-out");

        answer.then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
        Newcomer.browser(session)
                .get("/api/v1/account")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void canBeEndedFromAnotherBrowser() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var lost = alice.session();
        var here = alice.session();
        var id = Newcomer.browser(here)
                .get("/api/v1/log-ins")
                .path("find { !it.current }.id")
                .toString();

        Newcomer.browser(here).delete("/api/v1/log-ins/" + id).then().statusCode(204);

        Newcomer.browser(lost).get("/api/v1/account").then().statusCode(401);
        Newcomer.browser(here).get("/api/v1/log-ins").then().body("current", containsInAnyOrder(true));
    }

    @Test
    void canNotBeEndedByAnybodyElse() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var session = alice.session();
        var id = Newcomer.browser(session).get("/api/v1/log-ins").path("[0].id").toString();
        var bob = Newcomer.named("bob").settledIn(mailbox);

        Newcomer.browser(bob.session()).delete("/api/v1/log-ins/" + id).then().statusCode(404);

        Newcomer.browser(session).get("/api/v1/account").then().statusCode(200);
    }

    private static RestAssuredConfig from(String address) throws UnknownHostException {
        var client = HttpClientConfig.httpClientConfig()
                .setParam("http.route.local-address", InetAddress.getByName(address));
        return RestAssuredConfig.config().httpClient(client);
    }
}
