package org.obolus.ledger;

import org.obolus.money.Money;

/**
 * One movement of a positive amount (micros) from one ledger account to another.
 *
 * @param key says what it books, for example {@code deposit:17}; the same account is debited once for the same key
 */
public record Transfer(LedgerAccount from, LedgerAccount to, Money amount, String key) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A transfer moves a positive amount, not " + amount);
        }
    }
}
