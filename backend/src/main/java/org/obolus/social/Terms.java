package org.obolus.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.obolus.accounts.AccountsConfig;
import org.obolus.calendar.CalendarConfig;
import org.obolus.settlement.SettlementConfig;
import org.obolus.web.InWords;

/** What this server's operator has configured, for sentences on pages and in mails: {@code {cdi:terms.fee}}. */
@Named("terms")
@ApplicationScoped
class Terms {

    private static final int WHOLE = 100;

    private final CalendarConfig calendar;
    private final SettlementConfig settlement;
    private final AccountsConfig accounts;

    Terms(CalendarConfig calendar, SettlementConfig settlement, AccountsConfig accounts) {
        this.calendar = calendar;
        this.settlement = settlement;
        this.accounts = accounts;
    }

    public int feePercent() {
        return calendar.feePercent();
    }

    /** {@code 10 %}. */
    public String fee() {
        return feePercent() + " %";
    }

    /** What is left for the maker, {@code 90 %}. */
    public String rest() {
        return WHOLE - feePercent() + " %";
    }

    /** {@code 10th}, of the month after. */
    public String settlementDay() {
        return InWords.ordinal(calendar.settlementDay());
    }

    /** {@code six months}. */
    public String holding() {
        return InWords.counted(settlement.holdingMonths(), "month");
    }

    /** {@code one day}. */
    public String mailedLinkLasts() {
        return InWords.span(accounts.mailedLinkLasts());
    }
}
