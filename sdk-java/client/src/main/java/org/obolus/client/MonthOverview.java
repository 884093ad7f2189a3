package org.obolus.client;

import java.time.YearMonth;
import java.util.Objects;

/**
 * One of the caller's months in short.
 *
 * @param given what went to others
 * @param gross what came in, before the fee
 * @param net what was left of it
 */
public record MonthOverview(
        YearMonth month, AccountingMonth.Stage state, Money given, Money gross, Money fee, Money net) {

    public MonthOverview {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(net, "net");
    }
}
