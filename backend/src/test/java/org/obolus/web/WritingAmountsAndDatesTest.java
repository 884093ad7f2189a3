package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.obolus.money.Money;

class WritingAmountsAndDatesTest {

    private final Written written = new Written(() -> "EUR");

    @Test
    void writesCentsForPeople() {
        assertThat(written.cents(Money.of("5"))).isEqualTo("€5.00");
        assertThat(written.cents(Money.of("1234567.899999"))).isEqualTo("€1,234,567.89");
        assertThat(written.cents(Money.ZERO)).isEqualTo("€0.00");
    }

    @Test
    void doesNotCallNothingWhatIsLessThanACent() {
        assertThat(written.cents(new Money(9_999))).isEqualTo("under €0.01");
        assertThat(written.cents(new Money(10_000))).isEqualTo("€0.01");
    }

    @Test
    void writesStatementsToTheMicro() {
        assertThat(written.micros(new Money(666_667))).isEqualTo("€0.666667");
        assertThat(written.micros(new Money(Long.MAX_VALUE))).isEqualTo("€9,223,372,036,854.775807");
        assertThat(written.micros(new Money(-1))).isEqualTo("-€0.000001");
    }

    @Test
    void writesAnotherCurrencyWhereTheInstanceHasOne() {
        var kronor = new Written(() -> "SEK");

        assertThat(kronor.cents(Money.of("5"))).contains("SEK").endsWith("5.00");
    }

    @Test
    void writesDatesOut() {
        assertThat(written.day(LocalDate.of(2026, 12, 10))).isEqualTo("10 December");
        assertThat(written.dayAndYear(Instant.parse("2026-12-31T23:59:59Z"))).isEqualTo("31 December 2026");
        assertThat(written.month(YearMonth.of(2026, 2))).isEqualTo("February 2026");
    }
}
