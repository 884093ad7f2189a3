package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "\r=1"})
    void leavesNoCellThatIsAFormula(String text) {
        assertThat(Csv.COMMAS.line("a", text)).matches("(?s)a,\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1+1", "a\t@b", "a\n-1", "a\r\n+1", "a;\"=1+1\""})
    void leavesNoFormulaForAProgramThatSeparatesOtherwise(String text) {
        assertThat(Csv.COMMAS.line(text))
                .doesNotContainPattern("[;\t\r\n]\"*[=+@-]")
                .contains("'");
    }

    @Test
    void leavesNoFormulaAfterAComma() {
        assertThat(Csv.SEMICOLONS.line("a,=1+1")).isEqualTo("a,'=1+1\r\n");
    }

    @Test
    void leavesOrdinaryTextsAndAmountsAsTheyAre() {
        assertThat(Csv.COMMAS.line("Cats; dogs - and \"mice\"", -5L, null, "a,-b"))
                .isEqualTo("\"Cats; dogs - and \"\"mice\"\"\",-5,,\"a,-b\"\r\n");
    }
}
