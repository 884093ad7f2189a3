package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.APlatform;

@QuarkusTest
class AnswersThatCannotBeBelievedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOK_UP = "/api/v1/accounts/lookup?acct=alice";

    @Inject
    AskPlatform ask;

    /** Nobody may cause more than some visits in a minute. */
    private final String visitor = "test:" + System.nanoTime();

    private APlatform social;

    @BeforeEach
    void begin() {
        social = APlatform.named("social");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": null, \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": 1.5, \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": {\"id\": 1}, \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"1 2\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"..\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \".\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"a/b\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"a\\\\b\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"a\\u0007\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"HUGE\", \"acct\": \"alice\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"1\", \"acct\": \"<script>alert(1)</script>\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"1\", \"acct\": \"alice@\", \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"1\", \"acct\": 7, \"url\": \"http://HOST/@alice\"}",
                "{\"id\": \"1\", \"acct\": \"alice\", \"url\": \"javascript:alert(1)\"}",
                "{\"id\": \"1\", \"acct\": \"alice\"}",
                "{\"id\": \"1\", \"acct\"",
                "<html>",
                "\"alice\"",
                "null",
                "DEEP",
                "LONG"
            })
    void areNoPerson(String answer) {
        var said = answer.replace("HOST", social.host())
                .replace("HUGE", "9".repeat(201))
                .replace("DEEP", "[".repeat(5000))
                .replace("LONG", " ".repeat(300 * 1024));
        social.with(LOOK_UP, said);

        assertRefused(PersonRefused.NotUnderstood.class, "does not say who that is");
    }

    @Test
    void leadNowhereElse() {
        social.answering(LOOK_UP, 302, "", Map.of("Location", "http://elsewhere.localhost:1/alice"));

        assertRefused(PersonRefused.NotUnderstood.class, "does not say who that is");
    }

    @Test
    void areTriedLaterWhereTheServerWasAskedTooOften() {
        social.answering(LOOK_UP, 429, "", Map.of());

        assertRefused(PersonRefused.AskedTooOften.class, "was asked too often");
    }

    @Test
    void areTriedLaterWhereTheServerIsOutOfOrder() {
        social.answering(LOOK_UP, 503, "{}", Map.of());

        assertRefused(PersonRefused.NotAnswered.class, "answers with status 503");
    }

    @Test
    void keepNothingUnseenOfAName() {
        social.withMember("1", "alice", "A\\u202ell\\u0007 \\n ice <b>");

        var alice = ask.about(visitor, alice()).await().atMost(PATIENCE);

        assertThat(alice.shown()).isEqualTo("A ll ice <b>");
    }

    @Test
    void areNotAboutPeopleOfOtherServersWhichAreAskedThemselves() {
        try (var home = APlatform.named("home")) {
            home.withMember("77", "alice", "The real one");
            social.with(LOOK_UP, """
                    {"id": "1", "acct": "alice@%s", "display_name": "Mine", "url": "%s"}""".formatted(home.host(), home.address("/@alice")));

            var alice = ask.about(visitor, alice()).await().atMost(PATIENCE);

            assertThat(alice.identity().value()).isEqualTo("mastodon:" + home.host() + ":user:id:77");
            assertThat(alice.shown()).isEqualTo("The real one");
        }
    }

    @Test
    void areNotBelievedAboutAProfileOnAnotherServer() {
        try (var home = APlatform.named("home")) {
            social.with(LOOK_UP, """
                    {"id": "1", "acct": "alice", "url": "%s"}""".formatted(home.address("/@alice")));

            assertRefused(PersonRefused.NoSuchPerson.class, "knows nobody called");
            assertThat(home.visits()).containsExactly(LOOK_UP);
        }
    }

    @Test
    void areFollowedToOneOtherServerOnly() {
        try (var home = APlatform.named("home")) {
            social.with(
                    LOOK_UP, "{\"id\": \"1\", \"acct\": \"alice@" + home.host() + "\", \"url\": \"http://x.example\"}");
            home.with(
                    LOOK_UP,
                    "{\"id\": \"1\", \"acct\": \"alice@" + social.host() + "\", \"url\": \"http://x.example\"}");

            assertRefused(PersonRefused.NoSuchPerson.class, "knows nobody called");
            assertThat(social.visits()).hasSize(1);
            assertThat(home.visits()).hasSize(1);
        }
    }

    @Test
    void areNotAboutSomebodyElseThanWasAskedFor() {
        social.withMember("1", "alice", "Alice");
        social.with(
                "/api/v1/accounts/2",
                "{\"id\": \"1\", \"acct\": \"alice\", \"url\": \"" + social.address("/@alice") + "\"}");
        var other = new PlatformUserId(new PlatformName("mastodon:" + social.host()), "2");

        assertThatThrownBy(() -> ask.about(visitor, other).await().atMost(PATIENCE))
                .isInstanceOf(PersonRefused.NotUnderstood.class);
    }

    private void assertRefused(Class<? extends PersonRefused> reason, String sentence) {
        assertThatThrownBy(() -> ask.about(visitor, alice()).await().atMost(PATIENCE))
                .isInstanceOf(reason)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    private PlatformHandle alice() {
        return new PlatformHandle(new PlatformName("mastodon:" + social.host()), "alice");
    }
}
