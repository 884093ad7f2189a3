package org.obolus.identities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people are looked up, how sites are proven, and how disputes about them end. */
@ConfigMapping(prefix = "obolus.identities")
interface IdentitiesConfig {

    /**
     * Look-ups on one platform that one account can cause at once, and again in each hour; never more than a third of what
     * everybody can. Raise it where people flattr many others in one go.
     */
    @WithDefault("100")
    int lookupsPerAccount();

    /**
     * How long whoever was seen under a handle is believed to have it. Handles change hands: the longer, the more is given to
     * whoever had it before; the shorter, the more often platforms are asked.
     */
    @WithDefault("PT5M")
    Duration handlesBelieved();

    /** How long an owner whose claim is doubted has to place a proof; longer protects people on holiday. */
    @WithDefault("P10D")
    Duration contestLasts();

    /** How long after that the decision waits for a site that does not answer. */
    @WithDefault("P3D")
    Duration contestWaitsForSite();

    /** How soon that site is looked at again. */
    @WithDefault("PT1H")
    Duration contestLooksAgain();

    /** How often a proven site is looked at again; shorter notices sooner that it has changed hands, and visits more. */
    @WithDefault("P30D")
    Duration looksAgainEvery();

    /** How soon it is looked at again while its proof is gone, or nothing answers there. */
    @WithDefault("P1D")
    Duration looksSoon();

    /** How long an owner who was told that the proof is gone has to put it back. */
    @WithDefault("P14D")
    Duration lostAfterNotice();

    /** How long a site may be silent before that counts as a lost proof; sites are down for weeks, and come back. */
    @WithDefault("P90D")
    Duration silenceCountsAfter();
}
