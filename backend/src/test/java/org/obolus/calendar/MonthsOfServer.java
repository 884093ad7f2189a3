package org.obolus.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.obolus.database.Transactions;

/** The months as another server sees them, for tests that run two or kill one. */
@ApplicationScoped
public class MonthsOfServer {

    private final CalendarConfig config;
    private final Instance<MonthOpened> openings;

    MonthsOfServer(CalendarConfig config, @Any Instance<MonthOpened> openings) {
        this.config = config;
        this.openings = openings;
    }

    public Months with(Transactions server) {
        return new Months(server, config, openings);
    }
}
