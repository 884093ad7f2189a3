package org.obolus.examples;

import java.time.YearMonth;
import org.obolus.client.Budget;
import org.obolus.client.Money;
import org.obolus.client.ObolusClient;
import org.obolus.client.Subscription;
import org.obolus.client.ThingId;

/** A supporter's month. */
public final class Month {

    private Month() {}

    /** Sets what is given each month. */
    public static Budget budget(ObolusClient client) {
        // snippet: budget
        var budget = client.budgets().set(Money.of("5.00"));
        if (!budget.hasMeans()) {
            var deposit = client.deposits().start(Money.of("10.00"));
            System.out.println("Pay at " + deposit.checkoutUrl());
        }
        // end
        return budget;
    }

    /** Flattrs a thing for half a year. */
    public static Subscription subscribe(ObolusClient client, ThingId thing) {
        // snippet: subscribe
        var subscription = client.subscriptions().make(thing, Subscription.Term.SIX_MONTHS);
        client.subscriptions().pause(thing);
        client.subscriptions().resume(thing);
        // end
        return subscription;
    }

    /** Where the money went, one line for each share. */
    public static String report(ObolusClient client, YearMonth month) {
        // snippet: report
        var statement = client.statements().given(month);
        var report = new StringBuilder("%s, %s: %s%n".formatted(month, statement.state(), statement.pot()));
        for (var share : statement.shares()) {
            report.append("%s  %s%n".formatted(share.amount(), share.url()));
        }
        // end
        return report.toString();
    }

    /** How many flattrs there were; the list may be as long as it likes. */
    public static long count(ObolusClient client, YearMonth month) {
        // snippet: stream
        var count = client.flattrs().mine(month).count(); // fetched page by page, as far as you read
        // end
        return count;
    }
}
