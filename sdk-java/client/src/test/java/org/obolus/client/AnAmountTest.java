package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnAmountTest {

    @ParameterizedTest
    @CsvSource({"5.00, 5000000", "0.000001, 1", "2, 2000000", "-0.5, -500000", "1e2, 100000000"})
    void isReadExactly(String written, long micros) {
        assertThat(Money.of(written)).isEqualTo(new Money(micros));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "0.0000001", "9223372036854.775808", "5,00", "5 EUR"})
    void isRefusedWhereItWouldNotBeExact(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "5000000, 5.00",
        "1, 0.000001",
        "1500000, 1.50",
        "0, 0.00",
        "-100000, -0.10",
        "123456789000000, 123456789.00"
    })
    void isWrittenWithTwoDecimalsOrMore(long micros, String written) {
        assertThat(new Money(micros)).hasToString(written);
    }

    @Test
    void neverRunsOver() {
        assertThat(new Money(3).plus(new Money(4)).minus(new Money(2))).isEqualTo(new Money(5));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }
}
