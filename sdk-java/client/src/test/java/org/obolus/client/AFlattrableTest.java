package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AFlattrableTest {

    private static final Flattrable BREAD = Flattrable.at(URI.create("https://blog.example/bread"));

    @Test
    void isNeverChangedOnlyCopied() {
        var titled = BREAD.titled("Bread that waits");

        assertThat(titled.title()).contains("Bread that waits");
        assertThat(BREAD.title()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://blog.example/bread", "mailto:alice@blog.example", "/bread", "https:bread", "bread"})
    void hasAnAddressOnTheWeb(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flattrable.at(URI.create(url)))
                .withMessageContaining("http or https");
    }

    @ParameterizedTest
    @MethodSource("whatNoServerTakes")
    void refusesWhatNoServerTakes(UnaryOperator<Flattrable> change) {
        assertThatIllegalArgumentException().isThrownBy(() -> change.apply(BREAD));
    }

    static Stream<UnaryOperator<Flattrable>> whatNoServerTakes() {
        return Stream.of(
                thing -> thing.titled("Four"),
                thing -> thing.titled("x".repeat(101)),
                thing -> thing.titled("A title with \u0000"),
                thing -> thing.described("x".repeat(1001)),
                thing -> thing.in("English"),
                thing -> thing.tagged("bread,butter"),
                thing -> thing.tagged(" "),
                thing -> thing.by("a"),
                thing -> thing.by("alice@blog.example"),
                thing -> thing.by(new Receiver.Identity("alice")));
    }

    @Test
    void isForSomebodyOfWhomOnlyAnAddressIsKnown() {
        var thing = BREAD.by(Receiver.email(" Alice@Mail.example "));

        assertThat(thing.receiver()).contains(new Receiver.Identity("email:7c1d90a4eccc3597b58e66620c0dfc2b"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        var title = "🍞".repeat(100);

        assertThat(BREAD.titled(title).title()).contains(title);
    }
}
