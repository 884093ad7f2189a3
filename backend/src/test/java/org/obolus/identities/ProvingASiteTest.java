package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.obolus.identities.SitesInTests.verify;
import static org.obolus.testing.LittleSite.PROOF_FILE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.testing.Eventually;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProvingASiteTest {

    @Inject
    People people;

    @Inject
    SitesInTests sites;

    @Inject
    Told told;

    private Person alice;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("blog1");
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void beginsWithATokenAndWhereToPlaceIt() {
        var asked = alice.asks()
                .body("{\"url\": \"https://Blog.Example/about?x#y\"}")
                .post("/api/v1/sites");

        var token = asked.jsonPath().getString("token");
        assertThat(token).hasSizeGreaterThan(30);
        asked.then()
                .statusCode(201)
                .body("host", equalTo("blog.example"))
                .body("state", equalTo("asked"))
                .body("dns_name", equalTo("_obolus.blog.example"))
                .body("dns_text", equalTo("obolus-verification=" + token))
                .body("profile_link", equalTo("<link rel=\"me\" href=\"" + profile() + "\">"))
                .body("file_url", equalTo("https://blog.example/.well-known/obolus.txt"))
                .body("file_line", equalTo(token))
                .body("meta_tag", equalTo("<meta name=\"obolus-verification\" content=\"" + token + "\">"));
    }

    @Test
    void keepsTheTokenForWhoeverAsksAgain() {
        var body = "{\"host\": \"again.example\"}";

        var first = alice.asks().body(body).post("/api/v1/sites");
        var second = alice.asks().body(body).post("/api/v1/sites");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.jsonPath().getString("token"))
                .isEqualTo(first.jsonPath().getString("token"));
    }

    @Test
    void givesEverybodyATokenOfTheirOwn() {
        var bob = people.person("bob");

        assertThat(blog.tokenFor(alice)).isNotEqualTo(blog.tokenFor(bob));
    }

    @Test
    void findsTheTokenOnALineOfTheFile() {
        blog.with(PROOF_FILE, "# who owns this\r\nobolus-other\r\n  " + blog.tokenFor(alice) + " \r\n");

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));

        assertThat(sites.owner(blog)).isEqualTo(alice.id());
        assertThat(sites.receiver(blog)).isEqualTo(alice.id());
        assertThat(told.claimersOf(sites.identity(blog))).containsExactly(new AccountId(alice.id()));
    }

    @Test
    void findsTheTokenInTheHeadOfTheHomePage() {
        blog.with(
                "/",
                "<!doctype html><title>x</title><META Content='" + blog.tokenFor(alice)
                        + "' Name='Obolus-Verification'><body>");

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));
    }

    @Test
    void believesNoTokenThatVisitorsMayHaveWritten() {
        var token = blog.tokenFor(alice);
        blog.with("/", "<body><p>x <meta name=\"obolus-verification\" content=\"" + token + "\"> " + token);

        verify(alice, blog).statusCode(422).body("type", equalTo("/problems/proof_not_found"));
    }

    @Test
    void findsALinkToTheProfileInTheHeadOfTheHomePage() {
        blog.tokenFor(alice);
        var link = profile().replace(alice.username(), alice.username().toUpperCase(Locale.ROOT));
        blog.with("/", "<title>x</title><link rel='author ME' href='" + link + "'>");

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));

        assertThat(sites.proof(blog)).isEqualTo("rel_me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><a rel=me href='PROFILE'>me</a>",
                "<body><link rel=me href='PROFILE'>",
                "<head><link rel='me nofollow' href='PROFILE'>",
                "<head><link rel=author href='PROFILE'>",
                "<head><link rel=me href='PROFILE/things'>",
                "<head><link rel=me href='https://elsewhere.example/people/alice'>"
            })
    void believesNoLinkThatAuthorsOrVisitorsMayHaveWritten(String page) {
        blog.tokenFor(alice);
        blog.with("/", page.replace("PROFILE", profile()));

        verify(alice, blog).statusCode(422).body("type", equalTo("/problems/proof_not_found"));
    }

    @Test
    void takesTheStrongerOfTwoProofsOnAPage() {
        blog.with(
                "/",
                "<link rel=me href='" + profile() + "'><meta name=obolus-verification content=" + blog.tokenFor(alice)
                        + ">");

        verify(alice, blog).statusCode(200);

        assertThat(sites.proof(blog)).isEqualTo("meta");
    }

    @Test
    void believesNoPartOfAToken() {
        blog.with(PROOF_FILE, "x" + blog.tokenFor(alice));

        verify(alice, blog).statusCode(422).body("type", equalTo("/problems/proof_not_found"));
    }

    @Test
    void saysWhereItLookedAndWhatWasThere() {
        blog.tokenFor(alice);
        blog.with("/", "<p>hello");

        verify(alice, blog)
                .statusCode(422)
                .body("type", equalTo("/problems/proof_not_found"))
                .body("detail", containsString(blog.address(PROOF_FILE) + ": the answer was 404."))
                .body("looked.url", hasItems(blog.address(PROOF_FILE), blog.address("/")))
                .body("looked.found", hasItems(endsWith("404."), containsString("meta tag")));
    }

    @Test
    void saysThatASiteDoesNotAnswer() {
        blog.tokenFor(alice);
        blog.close();

        verify(alice, blog)
                .statusCode(422)
                .body("type", equalTo("/problems/unreachable"))
                .body("detail", containsString("gave no answer"));
    }

    @Test
    void stopsLookingOnceTheTokenIsFound() {
        blog.provenBy(alice);

        assertThat(blog.visits()).containsExactly(PROOF_FILE);
    }

    @Test
    void looksForNothingThatNobodyAskedFor() {
        verify(alice, blog).statusCode(404).body("type", equalTo("/problems/not_found"));

        assertThat(blog.visits()).isEmpty();
    }

    @Test
    void isDoneOnceForAll() {
        blog.provenBy(alice).without(PROOF_FILE);

        verify(alice, blog).statusCode(200).body("state", equalTo("proven"));

        assertThat(sites.claims(blog)).isEqualTo(1);
    }

    @Test
    void letsOneOfTwoPeopleWinWhoProveAtOnce() {
        var bob = people.person("bob");
        blog.with(PROOF_FILE, blog.tokenFor(alice) + "\n" + blog.tokenFor(bob));

        var answers = Stream.of(alice, bob, alice, bob)
                .parallel()
                .map(person -> verify(person, blog).extract().statusCode())
                .toList();

        assertThat(answers).containsOnly(200, 409);
        assertThat(sites.claims(blog)).isEqualTo(1);
    }

    @Test
    void showsOnlyToWhomItBelongsHowFarItIs() {
        blog.provenBy(alice);
        alice.asks().body("{\"host\": \"later.example\"}").post("/api/v1/sites");
        var bob = people.person("bob");

        var mine = alice.asks().get("/api/v1/sites");

        assertThat(mine.jsonPath().<String>getList("items.state")).containsExactly("proven", "asked");
        assertThat(bob.asks().get("/api/v1/sites").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void canBeGivenUp() {
        blog.provenBy(alice);

        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        assertThat(sites.owner(blog)).isZero();
        assertThat(sites.receiver(blog)).isZero();
        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(404);
        blog.provenBy(people.person("bob"));
    }

    @Test
    void isNotClaimedByWhoeverHasGivenItUpWhileItWasLookedAt() {
        blog.with(PROOF_FILE, blog.tokenFor(alice)).holdBack(PROOF_FILE);
        var answer = CompletableFuture.supplyAsync(
                () -> verify(alice, blog).extract().statusCode());
        Eventually.holds("it is looked at", () -> blog.visits().contains(PROOF_FILE));
        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        blog.letGo(PROOF_FILE);

        assertThat(answer.join()).isEqualTo(404);
        assertThat(sites.owner(blog)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": \"ftp://blog.example/\"}",
                "{\"url\": \"javascript:alert(1)\"}",
                "{\"host\": \"\"}",
                "{\"host\": \"a b\"}",
                "{\"host\": \"\\u0000\"}",
                "{\"host\": \"alice:secret@blog.example\"}",
                "{\"host\": \"blog.example:99999\"}"
            })
    void takesOnlyWhatIsASite(String body) {
        alice.asks().body(body).post("/api/v1/sites").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "{\"host\": {}}"})
    void saysThatABodyCannotBeRead(String body) {
        alice.asks().body(body).post("/api/v1/sites").then().statusCode(400);
    }

    @Test
    void looksAtNoSiteTooOften() {
        blog.tokenFor(alice);

        var refused = Stream.generate(() -> verify(alice, blog).extract().statusCode())
                .limit(200)
                .anyMatch(status -> status == 429);

        assertThat(refused).isTrue();
    }

    private String profile() {
        return ConfigProvider.getConfig().getValue("obolus.url", String.class) + "/people/" + alice.username();
    }
}
