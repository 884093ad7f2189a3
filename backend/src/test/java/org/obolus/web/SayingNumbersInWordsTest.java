package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SayingNumbersInWordsTest {

    @Test
    void saysASpanInItsLargestUnit() {
        assertThat(Stream.of("P1D", "P14D", "PT36H", "PT1H", "PT90M")
                        .map(Duration::parse)
                        .map(InWords::span))
                .containsExactly("one day", "14 days", "36 hours", "one hour", "90 minutes");
    }

    @Test
    void writesAPlaceAsPeopleSayIt() {
        assertThat(Stream.of(1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 28).map(InWords::ordinal))
                .containsExactly("1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "22nd", "28th");
    }
}
