package org.obolus.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pages are written. */
@ConfigMapping(prefix = "obolus.web")
public interface WebConfig {

    /** ISO 4217 code of the instance's one currency; to be chosen before the first deposit and never changed after. */
    @WithDefault("EUR")
    String currency();
}
