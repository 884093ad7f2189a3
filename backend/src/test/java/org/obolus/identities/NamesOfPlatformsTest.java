package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesOfPlatformsTest {

    @ParameterizedTest
    @CsvSource({
        "mastodon:social.example, mastodon:social.example",
        "mastodon:Social.EXAMPLE, mastodon:social.example",
        "mastodon:social.example., mastodon:social.example",
        "mastodon:social.example.:443, mastodon:social.example",
        "mastodon:social.example:443, mastodon:social.example",
        "mastodon:social.example:0443, mastodon:social.example",
        "mastodon:social.example:8443, mastodon:social.example:8443",
        "mastodon:bücher.example, mastodon:xn--bcher-kva.example",
        "mastodon:XN--BCHER-KVA.example, mastodon:xn--bcher-kva.example",
        "mastodon:social\u3002example, mastodon:social.example"
    })
    void nameOneServerInOneWay(String written, String name) {
        assertThat(new PlatformName(written).value()).isEqualTo(name);
        assertThat(PlatformName.of("mastodon", new SiteHost(written.substring("mastodon:".length()))))
                .isEqualTo(new PlatformName(name));
    }

    @Test
    void arePartOfIdentitiesInThatWay() {
        assertThat(PlatformUserId.of(new IdentityName("mastodon:Social.example:443:user:id:109"))
                        .orElseThrow()
                        .identity()
                        .value())
                .isEqualTo("mastodon:social.example:user:id:109");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GitHub",
                "email",
                "site:blog.example",
                "account",
                "9gag",
                "mastodon:",
                "mastodon:.",
                "mastodon:social.example/@alice",
                "mastodon:alice@social.example",
                "mastodon:social.example?",
                "mastodon:social.example#",
                "mastodon:social.example:99999",
                "mastodon:social example",
                "mastodon:[::1]",
                "mastodon:social\\example"
            })
    void areNotAnything(String written) {
        assertThatThrownBy(() -> new PlatformName(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
