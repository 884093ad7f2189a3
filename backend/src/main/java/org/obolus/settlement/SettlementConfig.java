package org.obolus.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a month end is looked after, and how long money waits for somebody to claim it. */
@ConfigMapping(prefix = "obolus.settlement")
public interface SettlementConfig {

    /** Months after a settlement until an unclaimed share goes back to its supporter; longer is kinder to creators. */
    @WithDefault("6")
    int holdingMonths();

    /** How often each server looks whether something is due; more often ends a month sooner after midnight. */
    @WithDefault("10s")
    Duration every();
}
