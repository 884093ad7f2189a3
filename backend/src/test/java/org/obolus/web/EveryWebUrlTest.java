package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EveryWebUrlTest {

    @Property(tries = 5000)
    void isItsOwnCanonicalForm(@ForAll("addresses") String written) {
        read(written).ifPresent(url -> {
            assertThat(WebUrl.of(url.toString())).isEqualTo(url).hasToString(url.toString());
            assertThat(url.toString()).matches("https?://[!-~]+").hasSizeLessThanOrEqualTo(WebUrl.MOST_CHARACTERS);
        });
    }

    @Property(tries = 5000)
    void isReadOrRefusedButNeverBreaksTheReader(@ForAll String anything) {
        read(anything);
        read("https://" + anything);
        read("https://example.org/" + anything);
    }

    @Property(tries = 5000)
    void hasTheSameKeyWithHttpAndWithHttps(@ForAll("rests") String rest) {
        var plain = read("http:" + rest).map(WebUrl::key);
        var secure = read("https:" + rest).map(WebUrl::key);

        assertThat(plain).isEqualTo(secure);
    }

    @Property(tries = 5000)
    void isReachedByItselfFromEveryPage(@ForAll("addresses") String written) {
        var page = WebUrl.of("https://elsewhere.example/a/b?c");

        read(written).ifPresent(url -> assertThat(page.resolve(url.toString())).isEqualTo(url));
    }

    @Provide
    Arbitrary<String> addresses() {
        var schemes = Arbitraries.of("http:", "https:", "HTTP:", " https:");
        return schemes.flatMap(scheme -> rests().map(rest -> scheme + rest));
    }

    @Provide
    Arbitrary<String> rests() {
        var hosts = Arbitraries.of(
                "example.org", "bücher.example", "a_b.c", "127.1", "0x7f.1", "[::1:0:0:2]", "xn--a", "ẞ.de", "١.a");
        var ports = Arbitraries.of("", "", ":", ":80", ":443", ":8080", ":0");
        var pieces = Arbitraries.of(
                "/", "\\", ".", "..", "%2e", "?", "#", "a", " ", "ä", "|", "^", "'", "\"", "%", "\t", "\ud83d", "💩",
                "@");
        var tails = pieces.list().ofMaxSize(12).map(list -> list.stream().collect(Collectors.joining()));
        return hosts.flatMap(host -> ports.flatMap(port -> tails.map(tail -> "//" + host + port + tail)));
    }

    private static Optional<WebUrl> read(String written) {
        try {
            return Optional.of(WebUrl.of(written));
        } catch (UrlRefused refused) {
            assertThat(refused.getMessage()).endsWith(".");
            return Optional.empty();
        }
    }
}
