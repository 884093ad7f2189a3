package org.obolus.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.obolus.calendar.CalendarConfig;
import org.obolus.calendar.Month;
import org.obolus.problems.Unacceptable;
import org.obolus.settlement.SettlementConfig;

/** The instants to which the demo's calendar can be moved. */
@ApplicationScoped
class Jumps {

    private static final Duration SOON_AFTER = Duration.ofMinutes(1);

    private final CalendarConfig calendar;
    private final SettlementConfig settlement;

    Jumps(CalendarConfig calendar, SettlementConfig settlement) {
        this.calendar = calendar;
        this.settlement = settlement;
    }

    /** What people want to see happen. */
    enum Jump {
        MONTH_END,
        SETTLEMENT,
        RETURN;

        static Jump of(String written) {
            return Arrays.stream(values())
                    .filter(jump -> jump.name().toLowerCase(Locale.ROOT).equals(written))
                    .findFirst()
                    .orElseThrow(
                            () -> new Unacceptable.Invalid("to", "Say where to: month_end, settlement or return."));
        }
    }

    Instant from(Instant now, Jump jump) {
        return switch (jump) {
            case MONTH_END -> Month.at(now).next().begins().plus(SOON_AFTER);
            case SETTLEMENT -> nextSettlement(now);
            case RETURN ->
                now.atOffset(ZoneOffset.UTC)
                        .plusMonths(settlement.holdingMonths())
                        .toInstant()
                        .plus(SOON_AFTER);
        };
    }

    private Instant nextSettlement(Instant now) {
        var thisMonths = settlement(Month.at(now));
        return now.isBefore(thisMonths) ? thisMonths : settlement(Month.at(now).next());
    }

    private Instant settlement(Month month) {
        return month.firstDay()
                .plusDays(calendar.settlementDay() - 1L)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plus(SOON_AFTER);
    }
}
