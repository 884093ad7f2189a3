package org.obolus.dashboards;

import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.ledger.Booked;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;

/**
 * One line of the history of somebody's funds.
 *
 * @param isIn whether the money came in
 */
record Movement(String what, boolean isIn, Money amount, Instant at) {

    static Movement of(Booked booked, AccountId me) {
        var transfer = booked.transfer();
        var isIn = transfer.to().equals(LedgerAccount.funds(me.value()));
        var other = (isIn ? transfer.from() : transfer.to()).name();
        return new Movement(isIn ? in(other) : out(other), isIn, transfer.amount(), booked.at());
    }

    private static String in(String from) {
        if (from.startsWith("held:")) {
            return "Came back from " + month(from) + ": nobody claimed it";
        }
        if (from.startsWith("pool:")) {
            return "Came back from " + month(from);
        }
        return from.startsWith("revenue:") ? "Moved from your revenue" : "Topped up";
    }

    private static String out(String to) {
        if (to.startsWith("pool:")) {
            return "Shared out for " + month(to);
        }
        return to.startsWith("revenue:") ? "Donated" : "Paid back to you";
    }

    private static String month(String account) {
        var month = Month.of(account.substring(account.indexOf(':') + 1)).value();
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
