package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.accounts.People;
import org.obolus.apps.AnApp;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

/** The command line and the real server. */
@QuarkusTest
class TheCommandLineTest {

    @Inject
    People people;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path home;

    Person alice;
    AtTheCommandLine shell;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        shell = new AtTheCommandLine(home, server).withToken(alice.token());
    }

    @Test
    void registersAFeedAndThenOnlyWhatHasChanged() throws IOException {
        try (var site = LittleSite.named("feed").provenBy(alice);
                var door = new Doorkeeper(server)) {
            var here = new AtTheCommandLine(home, door.address()).withToken(alice.token());
            var feed = feed(site, 1100, "");

            assertThat(here.types("sync", feed)).as(here.noted()).isZero();
            assertThat(here.said()).isEqualTo("RSS feed: 1100 registered.\n");
            assertThat(door.passed())
                    .filteredOn("POST /api/v1/things/bulk"::equals)
                    .hasSize(3);
            door.passed().clear();
            here.types("sync", feed);
            assertThat(here.said()).isEqualTo("RSS feed: 1100 not changed.\n");
            assertThat(door.passed()).isEmpty();
            here.types("sync", feed(site, 1101, "!"));
            assertThat(here.said()).isEqualTo("RSS feed: 1 registered, 1 changed, 1099 not changed.\n");

            here.types("things", "--limit", "1");
            assertThat(here.said()).contains("Post number 1101", site.address("/1101"));
        }
    }

    @Test
    void keepsTheWordsOfATitleThatSpeaksOfHtml() throws IOException {
        try (var site = LittleSite.named("words").provenBy(alice)) {
            var feed = home.resolve("feed.xml");
            Files.writeString(
                    feed,
                    "<rss version='2.0'><channel><link>" + site.address("/")
                            + "</link><item><title>Use &amp;lt;b&amp;gt; &amp;amp;amp;" + " be bold</title><link>"
                            + site.address("/html") + "</link></item></channel></rss>");

            assertThat(shell.types("sync", feed)).as(shell.noted()).isZero();

            shell.types("things");
            assertThat(shell.said()).contains("Use <b> &amp; be bold");
        }
    }

    @Test
    void tellsWhatAnotherSitesOwnerWouldHaveToProve() throws IOException {
        try (var site = LittleSite.named("foreign")) {
            assertThat(shell.types("sync", feed(site, 2, ""))).isZero();

            assertThat(shell.said()).isEqualTo("RSS feed: 2 registered without their texts.\n");
            assertThat(shell.noted()).contains("not proven to be yours");
        }
    }

    @Test
    void takesAwayWhatIsGone() throws IOException {
        try (var site = LittleSite.named("gone").provenBy(alice)) {
            shell.types("sync", feed(site, 3, ""));

            assertThat(shell.types("sync", feed(site, 2, ""), "--remove"))
                    .as(shell.noted())
                    .isZero();

            assertThat(shell.said()).isEqualTo("RSS feed: 2 not changed, 1 taken away.\n");
            shell.types("things");
            assertThat(shell.said()).contains("Post number 2").doesNotContain("Post number 3");
        }
    }

    @Test
    void provesASiteByTheFileThatItWrites() throws IOException {
        try (var site = LittleSite.named("built")) {
            assertThat(shell.types("verify", site.host(), "--write", home.resolve("public"), "--no-wait"))
                    .isZero();
            site.with(LittleSite.PROOF_FILE, Files.readString(home.resolve("public" + LittleSite.PROOF_FILE)));

            assertThat(shell.types("verify", site.address("/about")))
                    .as(shell.noted())
                    .isZero();

            assertThat(shell.said()).endsWith(site.host() + " is yours.\n");
        }
    }

    @Test
    void logsInWithABrowserAndActsForWhoeverAllowedIt() throws IOException {
        try (var site = LittleSite.named("login").provenBy(alice)) {
            var here = new AtTheCommandLine(home, server).browsing(page -> comesBack(page) == 200);

            assertThat(here.types("login")).as(here.noted()).isZero();
            assertThat(here.said()).contains("as " + alice.username());
            assertThat(here.types("sync", feed(site, 2, ""), "--links", home.resolve("links.json")))
                    .isZero();
            assertThat(here.said()).isEqualTo("RSS feed: 2 registered.\n");
            assertThat(home.resolve("links.json")).content().contains("user_id=" + alice.username());
            assertThat(here.types("verify", site.host())).as(here.noted()).isZero();
            assertThat(here.types("login")).isZero();
            assertThat(here.types("things")).isZero();
            assertThat(here.types("logout")).isZero();
            assertThat(here.types("things")).isEqualTo(3);
        }
    }

    @Test
    void endsWhenATokenIsNotGood() throws IOException {
        try (var site = LittleSite.named("token")) {
            assertThat(shell.withToken("nonsense").types("sync", feed(site, 1, "")))
                    .isEqualTo(3);
        }
    }

    private Path feed(LittleSite site, int posts, String change) throws IOException {
        var items = IntStream.rangeClosed(1, posts)
                .mapToObj(nth -> "<item><title>Post number " + nth + (nth == 1 ? change : "") + "</title><link>"
                        + site.address("/" + nth) + "</link><category>bread</category></item>")
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                home.resolve("feed.xml"),
                "<rss version='2.0'><channel><link>" + site.address("/") + "</link><language>de</language>" + items
                        + "</channel></rss>");
    }

    /** Alice's browser, in which she allows it. */
    private int comesBack(URI page) {
        var answer = alice.browses()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(parameters(page))
                .formParam("decision", "allow")
                .formParam("form", alice.formToken())
                .post("/oauth/authorize");
        return visit(URI.create(AnApp.leadsTo(answer)));
    }

    private static int visit(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException lost) {
            throw new AssertionError(lost);
        }
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
