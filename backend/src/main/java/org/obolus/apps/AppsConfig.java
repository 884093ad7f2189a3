package org.obolus.apps;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How other people's programs come in. */
@ConfigMapping(prefix = "obolus.apps")
interface AppsConfig {

    /** Apps that register themselves from one address at once; one more every ten minutes. Big hosts have many sites. */
    @WithDefault("20")
    int registrationsHere();

    /** Requests for tokens, and about them, from one address in a minute; raise it where many programs share one. */
    @WithDefault("600")
    int requestsHere();

    /** The same of one app that has a secret, from everywhere; raise it when an app has become popular. */
    @WithDefault("6000")
    int requestsOfOne();

    /** How long an app that registered itself, and that nobody has allowed anything, is remembered. */
    @WithDefault("P30D")
    Duration unusedKept();
}
