package org.obolus.dashboards;

import java.time.LocalDate;
import java.util.List;
import org.obolus.flattrs.OpenMonth;
import org.obolus.web.Coin;

/**
 * What a person gives in the open month.
 *
 * @param latest some of the month's flattrs
 * @param isMore whether there are more of them than these
 */
record Giving(OpenMonth month, List<Line> latest, boolean isMore, List<Waiting> waiting) {

    public Coin coin() {
        return Coin.of(month.flattrs());
    }

    public LocalDate lastDay() {
        return month.month().value().atEndOfMonth();
    }

    public boolean hasBudget() {
        return month.budget().isPresent();
    }

    /** Whether a top-up is what is missing most. */
    public boolean needsFunds() {
        return hasBudget() && !month.isPaused() && month.isShort();
    }
}
