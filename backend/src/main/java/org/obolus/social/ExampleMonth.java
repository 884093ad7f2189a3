package org.obolus.social;

import java.util.List;
import java.util.stream.IntStream;
import org.obolus.money.Money;
import org.obolus.web.Coin;

/** The month on the front page, divided by the same arithmetic as a real one. */
record ExampleMonth(Money budget, List<Line> lines) {

    private static final List<String[]> CLICKED = List.of(
            new String[] {"Rye bread in three days", "Marta Lind"},
            new String[] {"A map of every night train", "Jonas Weber"},
            new String[] {"Episode 41: The harbour", "Radio Nord"},
            new String[] {"tinyfeed 2.0", "Aiko Sato"},
            new String[] {"Why the river moved", "The Valley Post"});

    static ExampleMonth ofFiveEuros() {
        var budget = Money.ofCents(500);
        var shares = budget.split(CLICKED.size());
        var lines = IntStream.range(0, CLICKED.size())
                .mapToObj(i -> new Line(CLICKED.get(i)[0], CLICKED.get(i)[1], shares.get(i)))
                .toList();
        return new ExampleMonth(budget, lines);
    }

    public Coin coin() {
        return Coin.of(lines.size()).lift(0);
    }

    public int flattrs() {
        return lines.size();
    }

    public Money each() {
        return lines.get(0).share();
    }

    /** What each is worth after one more click: the last share, which nobody rounds up. */
    public Money eachWithOneMore() {
        return budget.split(lines.size() + 1).get(lines.size());
    }

    record Line(String title, String maker, Money share) {}
}
