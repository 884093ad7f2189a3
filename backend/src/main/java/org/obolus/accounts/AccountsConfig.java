package org.obolus.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people prove who they are. */
@ConfigMapping(prefix = "obolus.accounts")
public interface AccountsConfig {

    /** How long a log-in lasts in a browser; shorter is safer on shared machines. */
    @WithDefault("P30D")
    Duration browserLasts();

    /** How long a personal token lasts; whoever runs long-lived jobs may want more. */
    @WithDefault("P365D")
    Duration personalTokenLasts();

    /** How long a mailed link works; long enough for slow mail, short enough for lost mail. */
    @WithDefault("P1D")
    Duration mailedLinkLasts();
}
