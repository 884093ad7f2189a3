package org.obolus.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.obolus.calendar.CalendarConfig;
import org.obolus.calendar.Month;

/** How long shares wait for whoever they are for, as planned before their month is settled. */
@ApplicationScoped
class HoldingTime {

    private final CalendarConfig calendar;
    private final SettlementConfig config;

    HoldingTime(CalendarConfig calendar, SettlementConfig config) {
        this.calendar = calendar;
        this.config = config;
    }

    int months() {
        return config.holdingMonths();
    }

    LocalDate settlementDayOf(Month month) {
        return month.next().firstDay().plusDays(calendar.settlementDay() - 1L);
    }

    LocalDate returnOf(Month month) {
        return settlementDayOf(month).plusMonths(months());
    }
}
