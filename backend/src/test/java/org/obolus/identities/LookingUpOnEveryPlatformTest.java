package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.APlatform;
import org.obolus.web.GuardedClient;
import org.obolus.web.VisitLimits;
import org.obolus.web.WebUrl;

@QuarkusTest
class LookingUpOnEveryPlatformTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> OF_THE_OPERATOR = Map.of(
            "twitter.lookup-token", "x-token",
            "youtube.lookup-token", "google-key",
            "twitch.client-id", "our-app",
            "twitch.lookup-token", "twitch-token");

    @Inject
    GuardedClient client;

    @Inject
    AskWebFinger webFinger;

    @Inject
    VisitLimits limits;

    @Inject
    LookUpLimits lookUps;

    @Inject
    Clock clock;

    /** Nobody may have platforms asked more often in a minute than all these tests together do. */
    private final String visitor = "test:" + System.nanoTime();

    private APlatform api;
    private QuietPlatforms quiet;

    @BeforeEach
    void begin() {
        api = APlatform.named("api");
        quiet = new QuietPlatforms(clock);
    }

    @AfterEach
    void end() {
        api.close();
    }

    @Test
    void findsPeopleOnGitHub() {
        api.with("/users/alice", """
                        {"login": "Alice", "id": 583231, "node_id": "MDQ6VXNlcjU4MzIzMQ==", "type": "User",
                         "user_view_type": "public", "site_admin": false, "name": "Alice Liddell"}""").with("/user/583231", "{\"id\": 583231, \"login\": \"liddell\", \"name\": null}");

        var found = ask("https://api.github.com").about(visitor, handle("github", "alice"));
        var renamed = ask("https://api.github.com").about(visitor, id("github", "583231"));

        assertThat(found.await().atMost(PATIENCE))
                .isEqualTo(user("github", "583231", "Alice", "Alice Liddell", "https://github.com/Alice"));
        assertThat(renamed.await().atMost(PATIENCE))
                .isEqualTo(user("github", "583231", "liddell", null, "https://github.com/liddell"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Organization", "Bot"})
    void findsNoPersonWhereGitHubHasSomethingElse(String type) {
        var acme = """
                {"login": "acme", "id": 9919, "node_id": "MDEyOk9yZ2FuaXphdGlvbjk5MTk=", "type": "%s",
                 "user_view_type": "public", "site_admin": false, "name": "Acme", "blog": "https://acme.example"}""".formatted(type);
        api.with("/users/acme", acme).with("/user/9919", acme);
        var ask = ask("https://api.github.com");

        for (var asked :
                List.of(ask.about(visitor, handle("github", "acme")), ask.about(visitor, id("github", "9919")))) {
            assertThatThrownBy(() -> asked.await().atMost(PATIENCE))
                    .isInstanceOf(PersonRefused.NotAPerson.class)
                    .hasMessage(
                            "acme on GitHub is no person but an organisation or the like. Nobody can log in as it, so"
                                    + " nobody could collect. Flattr its site instead, or the people in it.");
        }
    }

    @Test
    void findsPeopleOnXWithTheOperatorsToken() {
        var alice = "{\"data\": {\"id\": \"2244994945\", \"username\": \"alice\", \"name\": \"Alice\"}}";
        api.wanting("Authorization", "Bearer x-token")
                .with("/2/users/by/username/alice", alice)
                .with("/2/users/2244994945", alice);

        assertFound("https://api.x.com", "twitter", "alice", "2244994945", "Alice", "https://x.com/alice");
    }

    @Test
    void findsChannelsOnYouTubeWithTheOperatorsKey() {
        var alice = """
                {"items": [{"id": "UCabc_-1", "snippet": {"title": "Alice", "customUrl": "@alice"}}]}""";
        api.wanting("X-Goog-Api-Key", "google-key")
                .with("/youtube/v3/channels?part=snippet&forHandle=alice", alice)
                .with("/youtube/v3/channels?part=snippet&id=UCabc_-1", alice);

        assertFound(
                "https://www.googleapis.com",
                "youtube",
                "alice",
                "UCabc_-1",
                "Alice",
                "https://www.youtube.com/@alice");
    }

    @Test
    void findsChannelsOnYouTubeThatHaveNoHandle() {
        api.with("/youtube/v3/channels?part=snippet&id=UCabc", """
                {"items": [{"id": "UCabc", "snippet": {"title": "Alice"}}]}""");

        var found = ask("https://www.googleapis.com").about(visitor, id("youtube", "UCabc"));

        assertThat(found.await().atMost(PATIENCE))
                .isEqualTo(user("youtube", "UCabc", "UCabc", "Alice", "https://www.youtube.com/channel/UCabc"));
    }

    @Test
    void findsPeopleOnTwitchWithTheOperatorsAppAndToken() {
        var alice = "{\"data\": [{\"id\": \"141981764\", \"login\": \"alice\", \"display_name\": \"Alice\"}]}";
        api.wanting("Authorization", "Bearer twitch-token")
                .wanting("Client-Id", "our-app")
                .with("/helix/users?login=alice", alice)
                .with("/helix/users?id=141981764", alice);

        assertFound("https://api.twitch.tv", "twitch", "alice", "141981764", "Alice", "https://www.twitch.tv/alice");
    }

    @Test
    void takesATokenForTheOperatorsAppAndAnotherOneWhenThatHasExpired() {
        api.wanting("Client-Id", org.obolus.identities.APlatform.CLIENT)
                .wanting("Authorization", "Bearer app-1")
                .with("/helix/users?login=alice", "{\"data\": [{\"id\": \"141981764\", \"login\": \"alice\"}]}");
        var ask = asking(
                Map.of(
                        "https://api.twitch.tv",
                        api.address(""),
                        "https://id.twitch.tv",
                        org.obolus.identities.APlatform.start() + "/id.twitch.tv"),
                Map.of(
                        "twitch.client-id", org.obolus.identities.APlatform.CLIENT,
                        "twitch.client-secret", org.obolus.identities.APlatform.SECRET));
        var alice = ask.about(visitor, handle("twitch", "alice"));
        assertThat(alice.await().atMost(PATIENCE).id()).isEqualTo("141981764");
        assertThat(alice.await().atMost(PATIENCE).id()).isEqualTo("141981764");
        assertThat(api.visits()).hasSize(2);

        api.wanting("Authorization", "Bearer app-2");
        assertThat(alice.await().atMost(PATIENCE).id()).isEqualTo("141981764");
        assertThat(api.visits()).hasSize(4);

        api.wanting("Authorization", "Bearer another");
        assertThatThrownBy(() -> alice.await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NotAnswered.class)
                .hasMessageContaining("status 401");
        assertThat(api.visits()).hasSize(6);
    }

    @Test
    void saysThatItGetsNoTokenForTheOperatorsApp() {
        var ask = asking(
                Map.of("https://id.twitch.tv", org.obolus.identities.APlatform.start() + "/id.twitch.tv"),
                Map.of("twitch.client-id", org.obolus.identities.APlatform.CLIENT, "twitch.client-secret", "not it"));

        assertThatThrownBy(() ->
                        ask.about(visitor, handle("twitch", "alice")).await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NotAnswered.class)
                .hasMessageContaining("127.0.0.1 does not say who that is: it answers with status 401");
    }

    @Test
    void findsPeopleOnGitLabWhereALookUpIsASearch() {
        var alice = "{\"id\": 11, \"username\": \"alice\", \"name\": \"Alice\"}";
        api.with("/api/v4/users?username=alice", "[" + alice + "]")
                .with("/api/v4/users?username=nobody", "[]")
                .with("/api/v4/users/11", alice);

        assertFound("https://gitlab.com/api", "gitlab", "alice", "11", "Alice", "https://gitlab.com/alice");
        assertNobody("https://gitlab.com/api", "gitlab", "nobody");
    }

    @Test
    void findsPeopleOnAnyServerOfMastodon() {
        api.withMember("109", "alice", "Alice");
        var platform = "mastodon:" + api.host();

        assertFound("https://{server}", platform, "alice", "109", "Alice", api.address("/@alice"));
    }

    @ParameterizedTest
    @CsvSource({
        "github, https://api.github.com, /users/nobody, 404, {}",
        "twitter, https://api.x.com, /2/users/by/username/nobody, 200, {\"errors\": []}",
        "youtube, https://www.googleapis.com, /youtube/v3/channels?part=snippet&forHandle=nobody, 200, {\"items\": []}",
        "twitch, https://api.twitch.tv, /helix/users?login=nobody, 200, {\"data\": []}",
        "twitch, https://api.twitch.tv, /helix/users?login=nobody, 400, {}"
    })
    void saysThatNobodyIsCalledThat(String platform, String moved, String path, int status, String answer) {
        api.answering(path, status, answer, Map.of());

        assertNobody(moved, platform, "nobody");
    }

    @Test
    void showsGitHubATokenWhereTheOperatorHasOne() {
        api.wanting("Authorization", "Bearer github-token")
                .with("/users/alice", "{\"id\": 583231, \"login\": \"alice\"}");
        var ask = asking(
                Map.of("https://api.github.com", api.address("")), Map.of("github.lookup-token", "github-token"));

        assertThat(ask.about(visitor, handle("github", "alice"))
                        .await()
                        .atMost(PATIENCE)
                        .id())
                .isEqualTo("583231");
    }

    @Test
    void letsNoAccountUseUpWhatEverybodyHas() {
        var acme = acme(6);
        acme.look("one");
        acme.look("one");

        assertThatThrownBy(() -> acme.look("one"))
                .isInstanceOf(PersonRefused.EnoughAsked.class)
                .hasMessageContaining(
                        "You have looked up as many people on Acme as one account can for now. Try again at ");

        assertThat(api.visits()).hasSize(2);
        assertThat(acme.look("two").id()).isEqualTo("1");
    }

    @Test
    void asksAPlatformNoMoreOftenThanItLetsAServerAsk() {
        var acme = acme(2);
        acme.look("one");
        acme.look("two");

        assertThatThrownBy(() -> acme.look("three"))
                .isInstanceOf(PersonRefused.EnoughAsked.class)
                .hasMessageContaining("As many people on Acme have been looked up from here as it puts up with.");

        assertThat(api.visits()).hasSize(2);
    }

    private record Acme(AskPlatform ask, PlatformHandle alice) {

        PlatformUser look(String account) {
            return ask.about(account, alice).await().atMost(PATIENCE);
        }
    }

    /** A platform that nobody has asked yet, and how often everybody can. */
    private Acme acme(int lookUps) {
        var platform = "acme-" + System.nanoTime() % 1_000_000_000;
        api.with("/alice", "{\"id\": 1, \"username\": \"alice\"}");
        var ask = asking(
                Map.of(),
                Map.of(
                        platform + ".lookup",
                        api.address("/{handle}"),
                        platform + ".profiles",
                        "https://acme.example/{handle}",
                        platform + ".name",
                        "Acme",
                        platform + ".lookups",
                        Integer.toString(lookUps)));
        return new Acme(ask, handle(platform, "alice"));
    }

    @Test
    void leavesAPlatformAloneUntilItWantsToBeAsked() {
        var until = clock.instant().plus(Duration.ofMinutes(20));
        api.answering(
                "/users/alice",
                403,
                "{}",
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", Long.toString(until.getEpochSecond())));
        var ask = ask("https://api.github.com");
        var minute = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
        var sentence = "was asked too often and answers nothing just now. Try again at "
                + minute.format(until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(59)) + " UTC.";

        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> ask.about(visitor, handle("github", "alice"))
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOf(PersonRefused.AskedTooOften.class)
                    .hasMessageContaining(sentence);
        }

        assertThat(api.visits()).containsExactly("/users/alice");
    }

    @Test
    void asksNoFurtherWhereAnAnswerWasTheLastOne() {
        var until = clock.instant().plus(Duration.ofMinutes(20));
        api.answering(
                "/users/alice",
                200,
                "{\"id\": 583231, \"login\": \"alice\"}",
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", Long.toString(until.getEpochSecond())));
        var ask = ask("https://api.github.com");
        assertThat(ask.about(visitor, handle("github", "alice"))
                        .await()
                        .atMost(PATIENCE)
                        .id())
                .isEqualTo("583231");

        assertThatThrownBy(() ->
                        ask.about(visitor, handle("github", "bob")).await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.AskedTooOften.class);
        assertThat(api.visits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"twitter", "youtube", "twitch", "facebook"})
    void asksNobodyWhereTheOperatorHasNoTokenForIt(String platform) {
        var ask = asking(Map.of(), Map.of());

        assertThatThrownBy(() ->
                        ask.about(visitor, handle(platform, "alice")).await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NoSuchPlatform.class);
    }

    private AskPlatform ask(String moved) {
        var here = moved.equals("https://{server}")
                ? "http://{server}"
                : api.address(moved.endsWith("/api") ? "/api" : "");
        return asking(Map.of(moved, here), OF_THE_OPERATOR);
    }

    private AskPlatform asking(Map<String, String> moved, Map<String, String> set) {
        var directories = new Directories(PlatformsInTests.with(moved, set));
        return new AskPlatform(directories, new CallDirectory(client), webFinger, limits, lookUps, quiet);
    }

    private void assertFound(String moved, String platform, String handle, String id, String name, String profile) {
        var alice = user(platform, id, handle, name, profile);

        assertThat(ask(moved).about(visitor, handle(platform, handle)).await().atMost(PATIENCE))
                .isEqualTo(alice);
        assertThat(ask(moved).about(visitor, id(platform, id)).await().atMost(PATIENCE))
                .isEqualTo(alice);
    }

    private void assertNobody(String moved, String platform, String handle) {
        assertThatThrownBy(() -> ask(moved)
                        .about(visitor, handle(platform, handle))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NoSuchPerson.class)
                .hasMessageContaining("knows nobody called " + platform + ":" + handle);
    }

    private static PlatformHandle handle(String platform, String handle) {
        return new PlatformHandle(new PlatformName(platform), handle);
    }

    private static PlatformUserId id(String platform, String id) {
        return new PlatformUserId(new PlatformName(platform), id);
    }

    private static PlatformUser user(String platform, String id, String handle, String name, String profile) {
        return new PlatformUser(new PlatformName(platform), id, handle, Optional.ofNullable(name), WebUrl.of(profile));
    }
}
