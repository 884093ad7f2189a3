package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.problems.ProblemType;

class AWebUrlTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '>', textBlock = """
            https://example.org                     > https://example.org/
            HTTPS://EXAMPLE.org/Path                > https://example.org/Path
            http:example.org                        > http://example.org/
            http:/example.org                       > http://example.org/
            http:////example.org                    > http://example.org/
            http:\\\\example.org\\a\\b              > http://example.org/a/b
            https://example.org/a/./b/../c          > https://example.org/a/c
            https://example.org/a/b/..              > https://example.org/a/
            https://example.org/a/%2e/b/.%2E/c      > https://example.org/a/c
            https://example.org/../../a             > https://example.org/a
            https://example.org//a//                > https://example.org//a//
            https://example.org/a|b                 > https://example.org/a|b
            https://example.org/a^b`{c}             > https://example.org/a%5Eb%60%7Bc%7D
            https://example.org/ä b                 > https://example.org/%C3%A4%20b
            https://example.org/%c3%A4%zz%          > https://example.org/%c3%A4%zz%
            https://example.org/[a]'(b)             > https://example.org/[a]'(b)
            https://example.org/?                   > https://example.org/?
            https://example.org?a=b c&d='e'|^`      > https://example.org/?a=b%20c&d=%27e%27|^`
            https://example.org#                    > https://example.org/#
            https://example.org/#a b`c'?#           > https://example.org/#a%20b%60c'?#
            https://example.org/?a#?b               > https://example.org/?a#?b
            http://example.org:80/                  > http://example.org/
            https://example.org:443/                > https://example.org/
            https://example.org:80/                 > https://example.org:80/
            http://example.org:/                    > http://example.org/
            http://example.org:0008080/             > http://example.org:8080/
            http://example.org:0/                   > http://example.org:0/
            http://@example.org/                    > http://example.org/
            http://:@example.org/                   > http://example.org/
            """)
    void isReadAsBrowsersReadIt(String written, String canonical) {
        var url = WebUrl.of(written);

        assertThat(url).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            my_blog.example.org        > my_blog.example.org
            -a-.ab--cd.example         > -a-.ab--cd.example
            a..b.                      > a..b.
            bücher.example             > xn--bcher-kva.example
            BÜCHER.example             > xn--bcher-kva.example
            xn--bcher-kva.example      > xn--bcher-kva.example
            faß.example                > xn--fa-hia.example
            日本語。jp                  > xn--wgv71a119e.jp
            ☕.example                  > xn--53h.example
            a\u00adb.example           > ab.example
            ex%61mple.org              > example.org
            b%C3%BCcher.example        > xn--bcher-kva.example
            xn--broken-.example        > xn--broken-.example
            1.2.3.4                    > 1.2.3.4
            1.2.3.4.                   > 1.2.3.4
            127.1                      > 127.0.0.1
            1.2.3                      > 1.2.0.3
            0x7f.0.0.1                 > 127.0.0.1
            0X7F000001                 > 127.0.0.1
            017700000001               > 127.0.0.1
            2130706433                 > 127.0.0.1
            0                          > 0.0.0.0
            0x                         > 0.0.0.0
            4294967295                 > 255.255.255.255
            ①②７.1                     > 127.0.0.1
            1e3                        > 1e3
            1.2.3.a                    > 1.2.3.a
            [::1]                      > [::1]
            [0:0:0:0:0:0:0:0]          > [::]
            [2001:DB8:0:0:1:0:0:1]     > [2001:db8::1:0:0:1]
            [1:0:0:2:0:0:0:3]          > [1:0:0:2::3]
            [1:0:2:3:4:5:6:7]          > [1:0:2:3:4:5:6:7]
            [1:2:3:4:5:6:7::]          > [1:2:3:4:5:6:7:0]
            [::ffff:127.0.0.1]         > [::ffff:7f00:1]
            """)
    void namesItsHostAsTheNetworkKnowsIt(String written, String host) {
        var url = WebUrl.of("https://" + written + "/");

        assertThat(url.host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a|b",
                "a^b",
                "a<b",
                "a%b",
                "a%00b",
                "%23",
                "a%25b",
                "xn--ä",
                "\u00ad",
                "a\u200cb",
                "אa",
                "１.２.３.２５６",
                "256.1.1.1",
                "1.2.3.4.5",
                "1.2.3.4.0",
                "09.1",
                "a.0x1",
                "a.1",
                "4294967296",
                "1..2",
                "[]",
                "[:1]",
                "[1:]",
                "[:::]",
                "[1::2::3]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1:2:3:4::5:6:7:8]",
                "[12345::]",
                "[g::]",
                "[::1%25eth0]",
                "[::1.2.3]",
                "[::01.2.3.4]",
                "[::1.2.3.256]",
                "[1.2.3.4::]",
                "[::1",
                "::1]",
                "[::1]a"
            })
    void refusesAHostThatNoBrowserOpens(String host) {
        assertThatThrownBy(() -> WebUrl.of("http://" + host + "/"))
                .isInstanceOfAny(UrlRefused.NotAHost.class, UrlRefused.NoHost.class);
    }

    @Test
    void dropsWhatSurroundsItAndBreaksIt() {
        var url = WebUrl.of(" \u0000\n ht\ntps://exam\tple.org/a\r\n/b c \u001f ");

        assertThat(url).hasToString("https://example.org/a/b%20c");
    }

    @Test
    void replacesHalvesOfCharacters() {
        var url = WebUrl.of("https://example.org/\ud83d?\udca9#\ud83d\t\udca9");

        assertThat(url).hasToString("https://example.org/%EF%BF%BD?%EF%BF%BD#%EF%BF%BD%EF%BF%BD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVa\nScript:alert(1)",
                "data:text/html,x",
                "ftp://example.org/",
                "file:///etc/passwd",
                "ws://example.org/",
                "mailto:alice@example.org",
                "localhost:8080/page"
            })
    void refusesEverythingThatIsNotHttp(String written) {
        assertThatThrownBy(() -> WebUrl.of(written)).isInstanceOf(UrlRefused.OtherScheme.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/page", "//example.org/", "example.org", "1http://a", "?q", "#f", "://a"})
    void refusesAnAddressThatIsNotWhole(String written) {
        assertThatThrownBy(() -> WebUrl.of(written)).isInstanceOf(UrlRefused.NotAbsolute.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:", "https://", "https:///", "https://#a", "https://?a", "http://:80/", "http://@/"})
    void refusesAnAddressWithoutASite(String written) {
        assertThatThrownBy(() -> WebUrl.of(written)).isInstanceOf(UrlRefused.NoHost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999999999", "8x", "-1", "+1", " 80", "٣"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> WebUrl.of("http://example.org:" + port + "/")).isInstanceOf(UrlRefused.NotAPort.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice:secret", ":secret", "alice:", "a@b", "%40"})
    void refusesPasswordsAndNeverRepeatsThem(String credentials) {
        assertThatThrownBy(() -> WebUrl.of("https://" + credentials + "@example.org/"))
                .isInstanceOf(UrlRefused.Credentials.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void mayHaveTwoThousandCharactersAndNoMore() {
        var longest = "https://example.org/" + "a".repeat(WebUrl.MOST_CHARACTERS - 20);

        assertThat(WebUrl.of(longest).toString()).hasSize(WebUrl.MOST_CHARACTERS);
        assertThatThrownBy(() -> WebUrl.of(longest + "a")).isInstanceOf(UrlRefused.TooLong.class);
        assertThatThrownBy(() -> WebUrl.of("https://example.org/" + "ä".repeat(400)))
                .isInstanceOf(UrlRefused.TooLong.class);
        assertThatThrownBy(() -> WebUrl.of("https://" + "ä".repeat(60_000))).isInstanceOf(UrlRefused.TooLong.class);
        assertThatThrownBy(() -> WebUrl.of("x".repeat(2_000_000))).isInstanceOf(UrlRefused.TooLong.class);
    }

    @Test
    void refusesNothingGivenWithASentence() {
        assertThatThrownBy(() -> WebUrl.of(null))
                .isInstanceOfSatisfying(
                        UrlRefused.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_A_THING_URL));
    }

    @Test
    void tellsItsParts() {
        var url = WebUrl.of("https://example.org:8443/a?b=c#d");

        assertThat(url.scheme()).isEqualTo("https");
        assertThat(url.origin()).isEqualTo("https://example.org:8443");
        assertThat(url.port()).isEqualTo(8443);
        assertThat(url.path()).isEqualTo("/a");
        assertThat(url.query()).contains("b=c");
        assertThat(url.fragment()).contains("d");
        assertThat(WebUrl.of("http://example.org").port()).isEqualTo(80);
        assertThat(WebUrl.of("http://example.org").query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/a?b#c, https://example.org/a?b#c",
        "http://example.org:80/, https://example.org/",
        "https://example.org:443/, http://example.org/",
        "http://example.org:443/, https://example.org:443/",
        "http://example.org:8080/, https://example.org:8080/"
    })
    void hasOneKeyForHttpAndHttps(String one, String other) {
        assertThat(WebUrl.of(one).key()).isEqualTo(WebUrl.of(other).key());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/A",
        "https://example.org/a, https://example.org/a/",
        "https://example.org/a, https://example.org/a?",
        "https://example.org/?a, https://example.org/?b",
        "https://example.org/#a, https://example.org/#b",
        "https://example.org/, https://www.example.org/",
        "https://example.org/, https://example.org:8443/"
    })
    void hasAnotherKeyForAnotherPage(String one, String other) {
        assertThat(WebUrl.of(one).key()).isNotEqualTo(WebUrl.of(other).key());
    }

    @ParameterizedTest
    @CsvSource({
        "https://bücher.example/, bücher.example",
        "https://日本語.jp/, 日本語.jp",
        "https://россия.example/, россия.example",
        "https://example.org/, example.org",
        "'https://[::1]/', '[::1]'",
        "https://xn--broken-.example/, xn--broken-.example"
    })
    void isShownInTheScriptOfItsReaders(String written, String shown) {
        assertThat(WebUrl.of(written).displayHost()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"аррӏе.com", "pаypal.com", "gооgle.com", "ехаmple.org", "раура.com", "жpay.com"})
    void isShownInAsciiWhereItLooksLikeAnotherName(String deceptive) {
        assertThat(WebUrl.of("https://" + deceptive).displayHost()).startsWith("xn--");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '~', textBlock = """
            d                   > https://example.org:81/a/d
            ./d/../e            > https://example.org:81/a/e
            ../../d             > https://example.org:81/d
            ~~                  > https://example.org:81/a/b?c
            ?d                  > https://example.org:81/a/b?d
            #d                  > https://example.org:81/a/b?c#d
            /d                  > https://example.org:81/d
            \\d                 > https://example.org:81/d
            //blog.example/d    > https://blog.example/d
            /\\blog.example/d   > https://blog.example/d
            https:d             > https://example.org:81/a/d
            https:/d            > https://example.org:81/d
            https://x.example   > https://x.example/
            http:d              > http://d/
            """)
    void followsLinksAsBrowsersDo(String link, String target) {
        var page = WebUrl.of("https://example.org:81/a/b?c#x");

        assertThat(page.resolve(link)).hasToString(target);
    }

    @Test
    void followsNoLinkOutOfTheWeb() {
        var page = WebUrl.of("https://example.org/");

        assertThatThrownBy(() -> page.resolve("javascript:alert(1)")).isInstanceOf(UrlRefused.OtherScheme.class);
    }
}
