package org.obolus.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.obolus.money.Money;
import org.obolus.problems.ProblemType;

class ExplainingPagesTest {

    @Test
    void showAMonthThatAddsUp() {
        var month = ExampleMonth.ofFiveEuros();

        var sum = month.lines().stream().map(ExampleMonth.Line::share).reduce(Money.ZERO, Money::plus);

        assertThat(sum).isEqualTo(month.budget());
        assertThat(month.eachWithOneMore()).isEqualTo(new Money(833_333));
    }

    @Test
    void computeTheWorkedExamples() {
        var examples = new Examples(10);

        assertThat(examples.months())
                .extracting(example ->
                        example.share().toCents() + " " + example.received().toCents())
                .containsExactly("0.20 0.18", "1.00 0.90", "0.50 0.45", "10.00 9.00");
        assertThat(examples.undivided()).containsExactly(new Money(666_667), new Money(666_667), new Money(666_666));
        assertThat(examples.lowFunds().share()).isEqualTo(Money.of("1.55"));
        assertThat(examples.fromTenWhoShareAmongTwo()).isEqualTo(Money.of("10.00"));
        assertThat(examples.fromFiveWhoGiveAll()).isEqualTo(Money.of("10.00"));
    }

    @Test
    void sayWhatToDoAboutEveryRefusal() {
        assertThat(Arrays.stream(ProblemType.values())).allMatch(Advice::isGivenOn);
    }
}
