package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.web.WebUrl;

class SayingWhomOneMeansTest {

    private static final Directories DIRECTORIES =
            new Directories(PlatformsInTests.with(Map.of(), Map.of("twitter.lookup-token", "secret")));

    @ParameterizedTest
    @CsvSource({
        "@alice@social.example, mastodon:social.example, alice",
        "' @alice@Social.Example ', mastodon:social.example, alice",
        "acct:alice@social.example, mastodon:social.example, alice",
        "mastodon:alice@social.example, mastodon:social.example, alice",
        "mastodon:@alice@social.example, mastodon:social.example, alice",
        "github:alice, github, alice",
        "GitHub: @alice, github, alice",
        "x:alice, twitter, alice",
        "twitter:_alice_, twitter, _alice_",
        "gitlab:first.last-name, gitlab, first.last-name"
    })
    void canBeAHandleWithItsPlatform(String written, String platform, String handle) {
        assertThat(DIRECTORIES.handle(Typed.of(written)))
                .contains(new PlatformHandle(new PlatformName(platform), handle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@alice", "alice"})
    void needsThePlatformToo(String written) {
        assertThatThrownBy(() -> DIRECTORIES.handle(Typed.of(written)))
                .isInstanceOfSatisfying(
                        PersonRefused.WhichPlatform.class,
                        which -> assertThat(which.choices())
                                .extracting(PersonRefused.WhichPlatform.Choice::of)
                                .containsExactly("github:alice", "gitlab:alice", "twitter:alice"))
                .hasMessageContaining("Say on which platform alice is");
    }

    @ParameterizedTest
    @CsvSource({
        "alice@social.example, write @alice@social.example",
        "twitch:alice, Nobody on Twitch can be looked up from here",
        "mastodon:alice, Say on which server alice is",
        "github:a/b, GitHub knows nobody called a/b",
        "github:.., GitHub knows nobody called ..",
        "github:<script>, GitHub knows nobody called",
        "@alice@[::1], Nobody on [::1] can be looked up from here",
        "what is this, Write a name with its platform",
        "@, Write a name with its platform"
    })
    void isRefusedWithWhatToWrite(String written, String sentence) {
        assertThatThrownBy(() -> DIRECTORIES.handle(Typed.of(written)))
                .isInstanceOf(PersonRefused.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/alice, github, alice",
        "http://www.github.com/alice/, github, alice",
        "https://github.com/alice?tab=repositories, github, alice",
        "https://twitter.com/alice, twitter, alice",
        "https://x.com/alice, twitter, alice",
        "https://youtube.com/@alice, youtube, alice",
        "https://www.youtube.com/channel/UCabc, youtube, UCabc",
        "https://social.example/@alice, mastodon:social.example, alice",
        "https://social.example/@alice@home.example, mastodon:social.example, alice@home.example"
    })
    void canBeTheAddressOfAProfile(String address, String platform, String written) {
        assertThat(DIRECTORIES.profile(WebUrl.of(address))).hasValueSatisfying(profile -> {
            assertThat(profile.platform()).isEqualTo(new PlatformName(platform));
            assertThat(profile.written()).isEqualTo(written);
        });
    }

    @Test
    void meansTheServerOfWhomeverAnotherServerShows() {
        var profile = DIRECTORIES.profile(WebUrl.of("https://social.example/@alice@home.example"));

        assertThat(profile.orElseThrow().handle())
                .contains(new PlatformHandle(new PlatformName("mastodon:home.example"), "alice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/alice/repository",
                "https://github.com/",
                "https://github.com/@alice",
                "https://gist.github.com/alice",
                "https://github.com.evil.example/alice",
                "https://social.example/users/alice"
            })
    void canBeTheAddressOfAPageOnly(String address) {
        assertThat(DIRECTORIES.profile(WebUrl.of(address)).flatMap(ProfilePattern.Profile::handle))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "github:user:id:583231, /on/github/583231",
        "mastodon:social.example:user:id:109, /on/mastodon:social.example/109",
        "mastodon:social.localhost:8081:user:id:109, /on/mastodon:social.localhost:8081/109",
        "oidc:user:id:a|b:c, /on/oidc/a%7Cb%3Ac"
    })
    void isAnIdentityWithAPageOfOurs(String identity, String path) {
        var id = PlatformUserId.of(new IdentityName(identity)).orElseThrow();

        assertThat(id.path()).isEqualTo(path);
        assertThat(PlatformUserId.ofPath(path)).contains(id);
        assertThat(PlatformUserId.ofPath(path + "/")).contains(id);
        assertThat(id.identity().value()).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site:blog.example",
                "account:4711",
                "GitHub:user:id:1",
                "github:user:id:",
                "github:user:id:a b",
                "github:user:id:a/b",
                "github:user:id:a\\b",
                "github:user:id:.",
                "github:user:id:..",
                "github:user:id:a\u0007"
            })
    void isNoIdentityOfAPersonElsewhere(String identity) {
        assertThat(PlatformUserId.of(new IdentityName(identity))).isEmpty();
    }
}
