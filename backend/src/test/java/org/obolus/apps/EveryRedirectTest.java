package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.obolus.web.WebUrl;

/** However an app writes it, nobody is sent to another site or above what was registered. */
class EveryRedirectTest {

    private static final RedirectUri REGISTERED = new RedirectUri("https://app.example/callback");
    private static final List<String> PIECES = List.of(
            "https://app.example/callback",
            "https://",
            "app.example",
            "evil.example",
            "callback",
            "/",
            "\\",
            "..",
            ".",
            "%2e",
            "%2f",
            "%5c",
            "@",
            ":",
            "443",
            "8443",
            "?",
            "#",
            "&",
            ";",
            " ",
            "\t",
            "\n",
            "\u0000",
            "ü",
            "x",
            "http:");

    @Property(tries = 3000)
    void staysBelowItsAddress(@ForAll("written") String asked) {
        REGISTERED.destinationBelow(asked).map(WebUrl::of).ifPresent(url -> {
            assertThat(url.origin()).isEqualTo("https://app.example");
            assertThat(url.path()).matches("/callback(/.*)?").doesNotContain("..", "\\");
            assertThat(url.fragment()).isEmpty();
        });
    }

    @Property(tries = 1000)
    void isThatAddressAndNoOther(@ForAll("written") String asked) {
        assertThat(REGISTERED.destination(asked).isPresent()).isEqualTo(asked.equals(REGISTERED.value()));
    }

    @Provide
    Arbitrary<String> written() {
        var pieces = Arbitraries.of(PIECES).list().ofMaxSize(5).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, pieces.map(rest -> REGISTERED.value() + rest));
    }
}
