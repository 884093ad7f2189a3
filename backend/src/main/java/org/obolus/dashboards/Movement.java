package org.obolus.dashboards;

import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.ledger.Booked;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;

/**
 * One line of the history of somebody's funds or revenue.
 *
 * @param isIn whether the money came in
 */
record Movement(String what, boolean isIn, Money amount, Instant at) {

    static Movement ofFunds(Booked booked, AccountId me) {
        return of(booked, LedgerAccount.funds(me.value()), Movement::intoFunds, Movement::outOfFunds);
    }

    static Movement ofRevenue(Booked booked, AccountId me) {
        return of(booked, LedgerAccount.revenue(me.value()), Movement::intoRevenue, Movement::outOfRevenue);
    }

    private static Movement of(Booked booked, LedgerAccount own, UnaryOperator<String> in, UnaryOperator<String> out) {
        var transfer = booked.transfer();
        var isIn = transfer.to().equals(own);
        var what = isIn
                ? in.apply(transfer.from().name())
                : out.apply(transfer.to().name());
        return new Movement(what, isIn, transfer.amount(), booked.at());
    }

    private static String intoFunds(String from) {
        if (from.startsWith("held:")) {
            return "Came back from " + month(from) + ": nobody claimed it";
        }
        if (from.startsWith("pool:")) {
            return "Came back from " + month(from);
        }
        return from.startsWith("revenue:") ? "Moved from your revenue" : "Topped up";
    }

    private static String outOfFunds(String to) {
        if (to.startsWith("pool:")) {
            return "Shared out for " + month(to);
        }
        return to.startsWith("revenue:") ? "Donated" : "Paid back to you";
    }

    private static String intoRevenue(String from) {
        if (from.startsWith("held:")) {
            return "Held for " + month(from) + ", then claimed by you";
        }
        if (from.startsWith("pool:")) {
            return "Received for " + month(from);
        }
        return from.startsWith("funds:") ? "Donated to you" : "A payout came back";
    }

    private static String outOfRevenue(String to) {
        if (to.equals(LedgerAccount.FEES.name())) {
            return "Kept by the platform";
        }
        return to.startsWith("funds:") ? "Moved to your funds" : "Paid out to you";
    }

    private static String month(String account) {
        var month = Month.of(account.substring(account.indexOf(':') + 1)).value();
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
