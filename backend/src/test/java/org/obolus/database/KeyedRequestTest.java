package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.problems.Unacceptable;

class KeyedRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "schlüssel", "line\nbreak", "\u0000"})
    void refusesKeysThatAreNone(String key) {
        assertThatThrownBy(() -> KeyedRequest.of(1, "route", key, ""))
                .isInstanceOf(Unacceptable.Malformed.class)
                .hasMessageContaining("1 to 255 visible ASCII characters");
    }

    @Test
    void takesEveryVisibleCharacterUpToTheLongestKey() {
        assertThat(KeyedRequest.of(1, "route", "!~\"{}" + "k".repeat(250), "").key())
                .isPresent();
        assertThatThrownBy(() -> KeyedRequest.of(1, "route", "k".repeat(256), ""))
                .isInstanceOf(Unacceptable.Malformed.class);
    }

    @Test
    void needsNoKey() {
        assertThat(KeyedRequest.of(1, "route", null, "").key()).isEmpty();
    }
}
