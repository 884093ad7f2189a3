package org.obolus.money;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.obolus.problems.Unacceptable;

/**
 * An amount in millionths of the instance's currency (micros): 1 EUR is 1 000 000.
 *
 * <p>Never in floating point. Overflow is an error, not a wrap-around.
 */
@JsonDeserialize(using = MicrosReader.class)
public record Money(@JsonValue long micros) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final long MICROS_PER_CENT = 10_000;
    private static final int DECIMALS = 6;

    public static Money ofCents(long cents) {
        return new Money(Math.multiplyExact(cents, MICROS_PER_CENT));
    }

    /**
     * Reads what people write: {@code 5}, {@code 5.00}, {@code 5,5}.
     *
     * @throws Unacceptable.Invalid when it is not a number with at most six decimals, or absurdly large
     */
    public static Money of(String written) {
        var text = written == null ? "" : written.strip().replace(',', '.');
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            throw new Unacceptable.Invalid("amount", "Write the amount as a number, for example 5.00.");
        }
        return new Money(new BigDecimal(text).movePointRight(DECIMALS).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    public Money min(Money other) {
        return micros <= other.micros ? this : other;
    }

    public boolean isPositive() {
        return micros > 0;
    }

    public boolean isWholeCents() {
        return micros % MICROS_PER_CENT == 0;
    }

    /** Splits this amount into equal parts that add up to it; the earliest get what does not divide. */
    public List<Money> split(int parts) {
        var each = micros / parts;
        var undivided = micros % parts;
        return IntStream.range(0, parts)
                .mapToObj(i -> new Money(i < undivided ? each + 1 : each))
                .toList();
    }

    /** The part that the platform keeps: {@code floor(micros * percent / 100)}, exact for every 64-bit amount. */
    public Money fee(int percent) {
        var whole = Math.multiplyExact(micros / 100, (long) percent);
        return new Money(whole + micros % 100 * percent / 100);
    }

    /** To the cent, rounded down, as people read it: {@code 5.00}. */
    public String toCents() {
        return BigDecimal.valueOf(micros, DECIMALS)
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
    }

    /** To the micro, as statements show it: {@code 0.666667}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(micros, DECIMALS).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }
}
