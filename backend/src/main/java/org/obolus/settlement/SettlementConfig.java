package org.obolus.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long money waits for somebody to claim it. */
@ConfigMapping(prefix = "obolus.settlement")
public interface SettlementConfig {

    /** Months after a settlement until an unclaimed share goes back to its supporter; longer is kinder to creators. */
    @WithDefault("6")
    int holdingMonths();
}
