package org.obolus.identities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sites are proven and disputes about them end. */
@ConfigMapping(prefix = "obolus.identities")
interface IdentitiesConfig {

    /** How long an owner whose proof is gone has to put it back; longer protects people on holiday. */
    @WithDefault("P14D")
    Duration contestLasts();

    /** How long after that the decision waits for a site that does not answer. */
    @WithDefault("P3D")
    Duration contestWaitsForSite();
}
