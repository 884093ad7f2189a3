package org.obolus.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import org.obolus.calendar.Calendar;
import org.obolus.calendar.Month;
import org.obolus.settlement.Settlement;

/** Lets months pass; the calendar of the test database only goes forward, so every test works in its own months. */
@ApplicationScoped
public class TimeTravel {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Calendar calendar;
    private final Settlement settlement;

    TimeTravel(Calendar calendar, Settlement settlement) {
        this.calendar = calendar;
        this.settlement = settlement;
    }

    public Month month() {
        return Month.at(calendar.now().await().atMost(PATIENCE));
    }

    /** Goes to the first day of the next month, without any job noticing; answers the month that has ended. */
    public Month toTheNextMonth() {
        var ended = month();
        calendar.moveTo(ended.next().begins().plusSeconds(3600)).await().atMost(PATIENCE);
        return ended;
    }

    /** Goes to the day on which the last month is settled, and lets the jobs do what is due. */
    public void toSettlement() {
        toTheDayOfSettlementAt(1);
        doWhatIsDue();
    }

    /** As {@link #toSettlement}, without any job noticing, and an hour later: what waits for so many months is due. */
    public void toTheDayOfSettlement() {
        toTheDayOfSettlementAt(2);
    }

    private void toTheDayOfSettlementAt(int hour) {
        calendar.moveTo(month().firstDay().plusDays(9).atTime(hour, 0).toInstant(ZoneOffset.UTC))
                .await()
                .atMost(PATIENCE);
    }

    /** So many days, and an hour for what is due at the end of them; the jobs do what is due. */
    public void passDays(int days) {
        var now = calendar.now().await().atMost(PATIENCE);
        calendar.moveTo(now.plus(Duration.ofDays(days)).plus(Duration.ofHours(1)))
                .await()
                .atMost(PATIENCE);
        doWhatIsDue();
    }

    /** The open month ends, its review passes, it is settled; answers it. */
    public Month settleTheMonth() {
        var ended = toTheNextMonth();
        toSettlement();
        return ended;
    }

    public void passMonths(int months) {
        for (int i = 0; i < months; i++) {
            settleTheMonth();
        }
    }

    public void doWhatIsDue() {
        settlement.advance().await().atMost(PATIENCE);
    }
}
