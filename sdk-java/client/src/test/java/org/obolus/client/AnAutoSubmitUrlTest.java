package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnAutoSubmitUrlTest {

    private static final URI SERVER = URI.create("https://obolus.example");
    private static final Flattrable BREAD = Flattrable.at(URI.create("https://blog.example/bread?page=2#crust"));

    @Test
    void needsNothingButTheAddressOfTheThing() {
        var url = AutoSubmitUrl.of(SERVER, BREAD);

        assertThat(url)
                .hasToString("https://obolus.example/submit/auto"
                        + "?url=https%3A%2F%2Fblog.example%2Fbread%3Fpage%3D2%23crust");
    }

    @Test
    void saysAllThatTheAuthorSays() {
        var thing = BREAD.by("alice")
                .titled("Bread & butter")
                .described("First line\nsecond line")
                .in("en_GB")
                .of(Category.TEXT)
                .tagged("bread", "slow food")
                .hide();

        assertThat(AutoSubmitUrl.of(SERVER, thing).value().getRawQuery())
                .isEqualTo("user_id=alice&url=https%3A%2F%2Fblog.example%2Fbread%3Fpage%3D2%23crust"
                        + "&title=Bread%20%26%20butter&description=First%20line%0Asecond%20line&language=en_GB"
                        + "&tags=bread%2Cslow%20food&hidden=1&category=text");
    }

    @Test
    void namesAnIdentityInsteadOfAnAccount() {
        var thing = BREAD.by(new Receiver.Identity("github:user:id:4711"));

        assertThat(AutoSubmitUrl.of(SERVER, thing).toString()).contains("?owner=github%3Auser%3Aid%3A4711&");
    }

    @Test
    void standsBelowTheServersOwnPath() {
        var url = AutoSubmitUrl.of(URI.create("https://town.example/obolus/"), BREAD);

        assertThat(url.toString()).startsWith("https://town.example/obolus/submit/auto?url=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b=c&d",
                "100 % Roggen",
                "Brötchen für Köln",
                "日本のパン",
                "🍞🍞🍞🍞🍞",
                "a/b?c#d;e,f",
                "~*-._!'()",
                "\"<b>\"",
                "\\^`{|}"
            })
    void carriesEveryTextUnchanged(String title) {
        var query = AutoSubmitUrl.of(SERVER, BREAD.titled(title)).value().getRawQuery();

        assertThat(query).matches("[A-Za-z0-9%=&._~-]+");
        assertThat(URLDecoder.decode(query.substring(query.indexOf("&title=") + 7), StandardCharsets.UTF_8))
                .isEqualTo(title);
    }
}
