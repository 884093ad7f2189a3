package org.obolus.client;

import java.math.BigDecimal;

/** An amount in millionths of the server's currency, exactly; 1 EUR is 1 000 000 micros. */
public record Money(long micros) implements Comparable<Money> {

    private static final int DECIMALS = 6;
    private static final int ALWAYS_SHOWN = 2;

    /**
     * Reads what people write, for example {@code 5.00}.
     *
     * @throws IllegalArgumentException when it is no decimal number, or has more than six decimals
     */
    public static Money of(String written) {
        try {
            return new Money(new BigDecimal(written).movePointRight(DECIMALS).longValueExact());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("An amount is written as 5.00; this is not one: " + written, notANumber);
        } catch (ArithmeticException notExact) {
            throw new IllegalArgumentException("An amount has at most six decimals: " + written, notExact);
        }
    }

    /** @throws ArithmeticException when the sum is beyond every amount */
    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    /** @throws ArithmeticException when the difference is beyond every amount */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }

    /** With as many decimals as are needed, and at least two. */
    @Override
    public String toString() {
        var amount = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
        return (amount.scale() < ALWAYS_SHOWN ? amount.setScale(ALWAYS_SHOWN) : amount).toPlainString();
    }
}
