package org.obolus.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What stands between this server and its visitors. */
@ConfigMapping(prefix = "obolus.proxies")
interface ProxiesConfig {

    /**
     * How many of our own proxies, one after another, add to X-Forwarded-For whom they saw; raise it where a network in
     * front adds too, but no further: then anybody could claim to be anywhere.
     */
    @WithDefault("1")
    int hops();
}
