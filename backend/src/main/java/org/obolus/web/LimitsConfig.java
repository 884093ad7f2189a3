package org.obolus.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the API may be asked; counted for all servers on one database together. */
@ConfigMapping(prefix = "obolus.limits")
interface LimitsConfig {

    /** The time over which a quota comes back. */
    @WithDefault("1m")
    Duration window();

    /** Requests with one token or log-in in a window; raise it for programs that clicked for many people by one token. */
    @WithDefault("1200")
    int perToken();

    /** Requests of one app for everybody who uses it; raise it when an app has become popular. */
    @WithDefault("60000")
    int perApp();

    /** Requests without a token from one address, or one IPv6 network; raise it where many people share one. */
    @WithDefault("1200")
    int perAddress();
}
