package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.IssuerProcess;
import org.obolus.testing.TestDatabase;

/** OpenID Connect and RFC 9207, at a provider that is not ours. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(AnIssuerHere.class)
class LoggingInAtAnIssuerTest {

    private static final String ACME = "acme-post";

    private static IssuerProcess issuer;

    @Inject
    People people;

    @Inject
    Books books;

    private final ABrowser browser = ABrowser.ofNobody();

    @BeforeAll
    static void begin() {
        issuer = AnIssuerHere.issuer();
    }

    @AfterAll
    static void end() {
        issuer.close();
    }

    static List<String> platforms() {
        return AnIssuerHere.PLATFORMS;
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void findsEverythingInTheDocumentOfTheIssuer(String platform) {
        var alice = people.person("alice");
        browser.logsInHereAs(alice).comesBack(wayBack(platform, "4711")).then().statusCode(303);
        assertThat(browser.proven()).contains("You are The person 4711").contains("Collect");

        browser.presses("/claim/proven")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/dashboard/identities?news=collected"));

        assertThat(books.number("select account_id from identities where name = ?", platform + ":user:id:4711"))
                .isEqualTo(alice.id());
        assertThat(books.text("select profile from platform_users where user_id = '4711' and platform = ?", platform))
                .isEqualTo("https://" + platform + ".example/called-4711");
    }

    @Test
    void knowsAnIssuerThatEndsInASlash() {
        try (var slashed = AnIssuerHere.slashedIssuer()) {
            var back = slashed.letsIn(browser.begins(AnIssuerHere.SLASHED), "4718");
            browser.comesBack(back).then().statusCode(303);
        }

        assertThat(browser.proven()).contains("You are The person 4718");
    }

    @Test
    void believesNoAnswerThatNamesAnotherIssuer() {
        var back = wayBack(ACME, "4712").replaceFirst("iss=[^&]+", "iss=https%3A%2F%2Fother.example");

        failed(browser.comesBack(back), "This browser began no such log-in");
    }

    @Test
    void believesNoAnswerThatNamesNoIssuerWhereItPromisedTo() {
        var back = wayBack(ACME, "4713").replaceFirst("&iss=[^&]+", "");

        failed(browser.comesBack(back), "This browser began no such log-in");
    }

    @Test
    void isRefusedByTheIssuerWithTheCodeOfAnotherBrowser() {
        var theirs = issuer.letsIn(ABrowser.ofNobody().begins(ACME), "4714");
        var mine = wayBack(ACME, "4715");
        var code = theirs.replaceFirst(".*code=([^&]+).*", "$1");

        failed(
                browser.comesBack(mine.replaceFirst("code=[^&]+", "code=" + code)),
                "acme-post did not complete the log-in: invalid_grant.");
    }

    @Test
    void isRefusedByTheIssuerWithoutTheHashOfAVerifier() {
        var away = browser.begins(ACME).replaceAll("&?code_challenge(_method)?=[^&]+", "");

        failed(
                browser.comesBack(issuer.letsIn(away, "4716")),
                "acme-post did not complete the log-in: invalid_request.");
    }

    @Test
    void comesBackToAnAddressOfOneSlashHoweverTheOperatorWroteOurs() {
        assertThat(browser.begins(ACME))
                .contains("redirect_uri=" + APlatform.encoded(AnIssuerHere.SERVER + "/claim/acme-post/back"));
    }

    @Test
    void isNotKeptFromAnybodyByOneWhoNamesWhatIsNoServer() {
        for (var time = 0; time <= AnIssuerHere.REGISTRATIONS; time++) {
            failed(browser.asksFor("mastodon", Map.of("server", "127.0.0.1:1")), "Check how you wrote your server");
        }
    }

    @Test
    void believesNoDocumentOfAnotherIssuer() {
        failed(
                browser.asksFor(AnIssuerHere.LIAR, Map.of()),
                "liar answered something that cannot be understood here. Nothing was changed.");
    }

    @Test
    void saysThatNothingListensAtTheIssuer() {
        failed(browser.asksFor(AnIssuerHere.GONE, Map.of()), "gone could not be asked. 127.0.0.1 gave no answer");
    }

    @Test
    void saysThatTheIssuerHasFallenSilent() {
        var back = wayBack(ACME, "4717");
        issuer.fallsSilent();
        try {
            failed(browser.comesBack(back), "acme-post could not be asked. 127.0.0.1 did not answer within");
        } finally {
            issuer.speaksAgain();
        }
    }

    private String wayBack(String platform, String who) {
        return issuer.letsIn(browser.begins(platform), who);
    }

    private static void failed(Response answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(ABrowser.text(answer)).contains(sentence);
    }
}
