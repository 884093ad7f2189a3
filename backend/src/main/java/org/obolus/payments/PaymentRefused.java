package org.obolus.payments;

import java.util.Map;
import org.obolus.money.Money;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Why no money comes in. */
public abstract sealed class PaymentRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private PaymentRefused(ProblemType type, String sentence, Map<String, Object> members) {
        super(type, sentence, members);
    }

    /** Less or more than can be topped up at once. */
    public static final class OutOfBounds extends PaymentRefused {
        private static final long serialVersionUID = 1L;

        OutOfBounds(Money least, Money most) {
            super(
                    ProblemType.AMOUNT_REFUSED,
                    "Between " + least.toCents() + " and " + most.toCents() + " can be topped up at once.",
                    Map.of("field", "amount_micros", "least_micros", least, "most_micros", most));
        }
    }

    /** No provider moves parts of a cent. */
    public static final class NotWholeCents extends PaymentRefused {
        private static final long serialVersionUID = 1L;

        NotWholeCents() {
            super(
                    ProblemType.AMOUNT_REFUSED,
                    "Top up an amount in whole cents, for example 5.00: that is 5000000 micros.",
                    Map.of("field", "amount_micros"));
        }
    }

    /** Nothing is set up through which money could come. */
    public static final class NoProvider extends PaymentRefused {
        private static final long serialVersionUID = 1L;

        NoProvider() {
            super(
                    ProblemType.PAYMENT_FAILED,
                    "This server has no way to pay in yet. Its operator has to set up a payment provider.",
                    Map.of());
        }
    }
}
