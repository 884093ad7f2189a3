package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnExcerptTest {

    @ParameterizedTest
    @CsvSource({
        "Bread that waits, 16, Bread that waits",
        "Bread that waits, 15, Bread that…",
        "Bread that waits, 11, Bread that…",
        "Bread that waits, 10, Bread…",
        "Breadthatwaits, 10, Breadthat…",
        "🍞🍞🍞🍞🍞🍞, 5, 🍞🍞🍞🍞…"
    })
    void endsWithAWholeWordWhereItCan(String text, int longest, String excerpt) {
        assertThat(Excerpt.of(text, 1, longest)).contains(excerpt);
    }

    @Test
    void standsOnOneLine() {
        assertThat(Excerpt.of("  Bread\n\tthat\u0000 waits ", 5, 100)).contains("Bread that waits");
    }

    @Test
    void isNothingWhereTheTextIsTooShort() {
        assertThat(Excerpt.of(" four ", 5, 100)).isEmpty();
    }

    @Test
    void makesEveryTextATitle() {
        var thing = Flattrable.at(URI.create("https://blog.example/"));

        assertThat(thing.titledToFit("word ".repeat(100)).title().orElseThrow().length())
                .isLessThanOrEqualTo(100);
        assertThat(thing.describedToFit("🍞".repeat(2000))
                        .description()
                        .orElseThrow()
                        .codePoints())
                .hasSize(1000);
        assertThat(thing.titledToFit("").title()).isEmpty();
    }
}
