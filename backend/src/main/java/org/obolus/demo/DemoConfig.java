package org.obolus.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The demo: invented people with open passwords, their two sites, and a page on which time passes. */
@ConfigMapping(prefix = "obolus.demo")
interface DemoConfig {

    /** Switch this on to try Obolus out on one's own machine, never where people are real. */
    @WithParentName
    @WithDefault("false")
    boolean on();
}
