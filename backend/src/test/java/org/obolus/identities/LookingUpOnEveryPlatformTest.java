package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    VisitLimits limits;

    /** Nobody may have platforms asked more often in a minute than all these tests together do. */
    private final String visitor = "test:" + System.nanoTime();

    private APlatform api;

    @BeforeEach
    void begin() {
        api = APlatform.named("api");
    }

    @AfterEach
    void end() {
        api.close();
    }

    @Test
    void findsPeopleOnGitHub() {
        api.with("/users/alice", "{\"id\": 583231, \"login\": \"Alice\", \"name\": \"Alice Liddell\"}")
                .with("/user/583231", "{\"id\": 583231, \"login\": \"liddell\", \"name\": null}");

        var found = ask("https://api.github.com").about(visitor, handle("github", "alice"));
        var renamed = ask("https://api.github.com").about(visitor, id("github", "583231"));

        assertThat(found.await().atMost(PATIENCE))
                .isEqualTo(user("github", "583231", "Alice", "Alice Liddell", "https://github.com/Alice"));
        assertThat(renamed.await().atMost(PATIENCE))
                .isEqualTo(user("github", "583231", "liddell", null, "https://github.com/liddell"));
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
    void findsPeopleOnTwitchWithTheOperatorsAppAndToken() {
        var alice = "{\"data\": [{\"id\": \"141981764\", \"login\": \"alice\", \"display_name\": \"Alice\"}]}";
        api.wanting("Authorization", "Bearer twitch-token")
                .wanting("Client-Id", "our-app")
                .with("/helix/users?login=alice", alice)
                .with("/helix/users?id=141981764", alice);

        assertFound("https://api.twitch.tv", "twitch", "alice", "141981764", "Alice", "https://www.twitch.tv/alice");
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

    @ParameterizedTest
    @CsvSource({"twitter", "youtube", "twitch", "facebook"})
    void asksNobodyWhereTheOperatorHasNoTokenForIt(String platform) {
        var ask = new AskPlatform(new Directories(PlatformsInTests.with(Map.of(), Map.of())), client, limits);

        assertThatThrownBy(() ->
                        ask.about(visitor, handle(platform, "alice")).await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NoSuchPlatform.class);
    }

    private AskPlatform ask(String moved) {
        var here = moved.equals("https://{server}")
                ? "http://{server}"
                : api.address(moved.endsWith("/api") ? "/api" : "");
        return new AskPlatform(
                new Directories(PlatformsInTests.with(Map.of(moved, here), OF_THE_OPERATOR)), client, limits);
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
