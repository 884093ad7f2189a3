package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(BehindAProxy.class)
class LoggingInBehindAProxyTest {

    @Inject
    Mailbox mailbox;

    @Test
    void bindsTheCookieToTheHostAndToHttps() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = alice.logsIn();

        assertThat(answer.header("Set-Cookie")).contains("__Host-obolus=", "Secure", "HttpOnly", "Path=/");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        Newcomer.json("")
                .cookie("__Host-obolus", answer.cookie("__Host-obolus"))
                .get("/api/v1/account")
                .then()
                .statusCode(200)
                .body("username", equalTo(alice.username()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.%d, 192.0.2.7", "nothing-%d", "192.0.2.7, nothing-%d", "_%d"})
    void isSlowedDownForWhoeverClaimsToBeEverywhere(String claim) {
        var guesser = Newcomer.named("alice").settledIn(mailbox).withPassword("not it at all");

        var statuses = IntStream.range(0, 10)
                .mapToObj(guess -> logsIn(guesser, claim.formatted(guess)).statusCode())
                .toList();

        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 401, 401, 401, 429, 429);
    }

    @Test
    void staysPossibleWhileSomebodyElsewhereGuesses() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        IntStream.range(0, 10).forEach(guess -> logsIn(alice.withPassword("not it at all"), "192.0.2.7"));

        logsIn(alice, "192.0.2.8").then().statusCode(200);
    }

    private static Response logsIn(Newcomer somebody, String forwardedFor) {
        return Newcomer.json("{\"name\": \"%s\", \"password\": \"%s\"}", somebody.username(), somebody.password())
                .header("X-Forwarded-For", forwardedFor)
                .post("/api/v1/log-in");
    }
}
