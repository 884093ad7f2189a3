package org.obolus.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How months are closed and settled. */
@ConfigMapping(prefix = "obolus.calendar")
public interface CalendarConfig {

    /** Whether the calendar may be moved forward: for development and tests, never where the money is real. */
    @WithDefault("false")
    boolean movable();

    /** The day of the following month on which a closed month is settled; the days before are for review. */
    @WithDefault("10")
    int settlementDay();

    /** What the platform keeps of what a creator receives, in percent; written down with each month at its closing. */
    @WithDefault("10")
    int feePercent();
}
