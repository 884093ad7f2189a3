package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.identities.ABrowser.wayBack;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(PlatformsHere.class)
class LoggingInAtAPlatformTest {

    private static final AtomicLong NUMBER = new AtomicLong(4_000_000);

    @Inject
    People people;

    @Inject
    Books books;

    private final ABrowser browser = ABrowser.ofNobody();

    private static Flavour.Who somebody() {
        var number = NUMBER.incrementAndGet();
        return new Flavour.Who(Long.toString(number), "who" + number, "Alice <b>Example</b> " + number);
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void tellsWhoSomebodyIsOnEachPlatform(Flavour flavour) {
        var who = somebody();

        browser.logsInAt(flavour, who);

        assertThat(browser.proven()).contains("You are " + who.name()).contains("Nothing waits for you yet.");
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void letsAnAccountHaveWhomItsBrowserIsOnEachPlatform(Flavour flavour) {
        var who = somebody();
        var alice = people.person("alice");

        browser.logsInHereAs(alice)
                .logsInAt(flavour, who)
                .presses("/claim/proven")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/dashboard/identities?news=collected"));

        var platform = flavour.path().substring(1) + (flavour == Flavour.MASTODON ? ":" + ABrowser.server() : "");
        assertThat(books.number("select account_id from identities where name = ?", platform + ":user:id:" + who.id()))
                .isEqualTo(alice.id());
    }

    @Test
    void needsNoHandleOfAChannel() {
        var id = "UC" + somebody().id();

        browser.logsInAt(Flavour.YOUTUBE, new Flavour.Who(id, "", "A quiet channel"));

        assertThat(browser.proven()).contains("You are A quiet channel");
        assertThat(books.text("select profile from platform_users where user_id = ?", id))
                .isEqualTo("https://www.youtube.com/channel/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a\\b", "a b", "a\u0007", ""})
    void believesNoIdThatWouldMeanSomethingInAnAddress(String id) {
        var back = wayBack(browser.begins("twitch"), new Flavour.Who(id, "who", "Who"), "");

        failed(browser.comesBack(back), "Twitch answered something that cannot be understood here.");
    }

    @Test
    void isOfAnotherServerByALogInThereOnly() {
        var who = new Flavour.Who(somebody().id(), "alice@home.example", "Alice");
        var back = wayBack(browser.beginsOn(ABrowser.server()), who, "");

        failed(browser.comesBack(back), "127.0.0.1 says that you are on home.example. Log in there:");
        assertThat(books.number("select count(*) from platform_users where user_id = ?", who.id()))
                .isZero();
    }

    @Test
    void isNotOfferedWhereTheOperatorHasAnIdAndNoSecret() {
        assertThat(browser.opens("/claim").asString()).doesNotContain("/claim/half");
        assertThat(browser.asksFor("half", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void isForgottenByWhoeverLogsOut() {
        browser.logsInHereAs(people.person("alice")).logsInAt(Flavour.GITHUB, somebody());

        browser.presses("/log-out").then().statusCode(303);

        browser.opens("/claim/proven").then().statusCode(303).header("Location", equalTo("/claim"));
    }

    @Test
    void offersThePlatformsThatAreSwitchedOn() {
        assertThat(ABrowser.text(browser.opens("/claim")))
                .contains("GitHub")
                .contains("Twitch")
                .contains("Mastodon")
                .contains("Prove that a site is yours");
    }

    @ParameterizedTest
    @CsvSource({
        "denied, You did not let us see who you are on GitHub.",
        "nobody, GitHub answered something that cannot be understood here.",
        "token-broken, GitHub answered something that cannot be understood here.",
        "token-huge, GitHub could not be asked.",
        "token-silent, GitHub could not be asked. 127.0.0.1 did not answer within",
        "token-slow, GitHub could not be asked. 127.0.0.1 did not answer within",
        "user-slow, GitHub could not be asked. 127.0.0.1 did not answer within"
    })
    void saysWhatWentWrongAtThePlatform(String mode, String sentence) {
        var answer = browser.comesBack(wayBack(browser.begins("github"), somebody(), mode));

        failed(answer, sentence);
        assertThat(ABrowser.text(answer)).contains("Nothing was changed.").contains("Begin again");
        browser.opens("/claim/proven").then().statusCode(303);
    }

    @Test
    void isFinishedByTheBrowserThatBeganItAndNoOther() {
        var back = wayBack(browser.begins("github"), somebody(), "");
        var another = ABrowser.ofNobody();
        another.begins("github");

        failed(another.comesBack(back), "This browser began no such log-in");

        browser.comesBack(back).then().statusCode(303).header("Location", equalTo("/claim/proven"));
    }

    @Test
    void isGoodOnce() {
        var back = wayBack(browser.begins("github"), somebody(), "");
        var kept = browser.copy();
        browser.comesBack(back).then().statusCode(303);

        failed(kept.comesBack(back), "This browser began no such log-in");
    }

    @Test
    void isGoodForTenMinutes() {
        var back = wayBack(browser.begins("github"), somebody(), "");
        books.run("update platform_log_ins set expires_at = clock_timestamp() - interval '1 second'");

        failed(browser.comesBack(back), "This browser began no such log-in");
    }

    @Test
    void isNoAnswerOfAnotherPlatform() {
        var back = wayBack(browser.begins("github"), somebody(), "");

        failed(browser.comesBack(back.replace("/github/", "/gitlab/")), "This browser began no such log-in");
    }

    @Test
    void believesNoCodeOfAnotherBrowser() {
        var theirs = wayBack(ABrowser.ofNobody().begins("github"), somebody(), "");
        var mine = wayBack(browser.begins("github"), somebody(), "");

        failed(
                browser.comesBack(
                        mine.replaceFirst("code=[^&]+", "code=" + theirs.replaceFirst(".*code=([^&]+).*", "$1"))),
                "GitHub did not complete the log-in: invalid_grant.");
    }

    @Test
    void keepsNoTokenAndNoVerifier() {
        var away = browser.begins("github");

        assertThat(away).contains("code_challenge_method=S256").contains("client_id=obolus-app");
        assertThat(books.number("select count(*) from information_schema.columns where table_schema = 'public'"
                        + " and table_name like 'platform_%' and column_name ~ 'token|verifier'"))
                .isZero();
    }

    @Test
    void hasNoWayForOtherSites() {
        RestAssured.given()
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .post("/claim/github")
                .then()
                .statusCode(403);
    }

    @Test
    void knowsNoPlatformThatNobodySwitchedOn() {
        assertThat(browser.asksFor("myspace", Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.asksFor("mastodon", Map.of()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "foo", "github", "a%3Ab", "%2e%2e%2ffoo"})
    void knowsNoServersOfWhatHasNone(String platform) {
        var answer = browser.asksFor(platform, Map.of("server", "social.example"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
        assertThat(ABrowser.text(answer)).contains("Nobody can log in by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a server", "@you@", "http://[::1]/"})
    void saysThatAServerCannotBeRead(String server) {
        browser.asksFor("mastodon", Map.of("server", server))
                .then()
                .statusCode(422)
                .body(containsString("Name the server that you are on"));
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
        failed(
                browser.asksFor("mastodon", Map.of("server", "127.0.0.1:1")),
                "127.0.0.1 could not be asked. 127.0.0.1 gave no answer that could be read.");
    }

    @Test
    void isOnTheServerThatTheDomainOfAnAddressNames() {
        try (var domain = org.obolus.testing.APlatform.named("example")) {
            domain.with(
                    "/.well-known/webfinger?resource=acct%3Ayou%40"
                            + domain.host().replace(":", "%3A"),
                    "{\"links\": [{\"rel\": \"self\", \"type\": \"application/activity+json\", \"href\": \"http://"
                            + ABrowser.server() + "/users/you\"}]}");
            var who = somebody();

            browser.comesBack(wayBack(browser.beginsOn("@you@" + domain.host()), who, ""))
                    .then()
                    .statusCode(303);

            assertThat(books.text("select platform from platform_users where user_id = ?", who.id()))
                    .isEqualTo("mastodon:" + ABrowser.server());
        }
    }

    @Test
    void saysThatAServerTakesConnectionsAndAnswersNothing() throws IOException {
        try (var silent = new ServerSocket(0)) {
            failed(
                    browser.asksFor("mastodon", Map.of("server", "127.0.0.1:" + silent.getLocalPort())),
                    "127.0.0.1 could not be asked. 127.0.0.1 did not answer within");
        }
    }

    @Test
    void saysHowAServerIsWrittenToWhoeverMistypedIt() {
        failed(
                browser.asksFor("mastodon", Map.of("server", "@you@127.0.0.1:1")),
                "Check how you wrote your server: it is what stands behind the last @ of your address at Mastodon");
    }

    @Test
    void registersItsApplicationOnceAndAgainWhenItIsForgotten() {
        var server = ABrowser.server();
        browser.beginsOn("@you@" + server);
        var before = registrations();

        browser.beginsOn(server);
        assertThat(registrations()).isEqualTo(before);

        books.run("update platform_apps set checked_at = checked_at - interval '2 hours'");
        browser.beginsOn("http://" + server + "/@you");
        assertThat(registrations()).isEqualTo(before);

        books.run("update platform_apps set checked_at = checked_at - interval '2 hours'");
        there("/forget-apps");
        var who = somebody();
        browser.logsInAt(Flavour.MASTODON, who);
        assertThat(registrations()).isEqualTo(before + 1);
        assertThat(browser.proven()).contains(who.name());
    }

    @Test
    void endsWithTheApplicationWithWhichItBeganAlsoWhenAnotherHasTakenItsPlace() {
        var who = somebody();
        var back = wayBack(browser.beginsOn(ABrowser.server()), who, "");
        books.run("update platform_apps set client_secret = 'not it', checked_at = checked_at - interval '2 hours'");
        var before = registrations();
        ABrowser.ofNobody().beginsOn(ABrowser.server());
        assertThat(registrations()).isEqualTo(before + 1);

        browser.comesBack(back).then().statusCode(303);

        assertThat(browser.proven()).contains(who.name());
    }

    @Test
    void believesAServerAboutItsOwnPagesOnly() {
        var who = somebody();

        browser.logsInAt(Flavour.MASTODON, who);

        assertThat(books.text("select profile from platform_users where user_id = ?", who.id()))
                .isEqualTo("http://" + ABrowser.server() + "/@" + who.handle());
    }

    private static void failed(Response answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(ABrowser.text(answer)).contains(sentence);
    }

    private static int registrations() {
        return Integer.parseInt(there("/registrations"));
    }

    private static String there(String path) {
        return RestAssured.given()
                .get(System.getProperty(APlatform.ADDRESS) + path)
                .asString();
    }
}
