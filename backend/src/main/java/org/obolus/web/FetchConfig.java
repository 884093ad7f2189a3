package org.obolus.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this server fetches the pages that people name. */
@ConfigMapping(prefix = "obolus.fetch")
public interface FetchConfig {

    /**
     * Switch this on only where the sites to be fetched run on this very machine, as the demo blog does: servers on
     * 127.0.0.1 and ::1 are then visited on any port, and every name under {@code localhost} leads to 127.0.0.1.
     */
    @WithDefault("false")
    boolean loopback();

    /**
     * Name servers to ask for TXT records in place of the system's: {@code 192.0.2.1}, {@code 127.0.0.1:5353}. Name some
     * where the system's own know only names of your network.
     */
    Optional<List<String>> nameServers();

    /** Raise this when sites far away are reported as not answering. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** From the first look-up to the last byte, redirects included; raise it for slow sites, but people wait for it. */
    @WithDefault("8s")
    Duration timeout();

    /** Raise this when proofs stand on pages larger than that; each page being fetched is held in memory. */
    @WithDefault("256K")
    MemorySize body();

    /** Raise this for sites that send their visitors through many addresses of the same host. */
    @WithDefault("3")
    int redirects();

    /** Lower this on a small machine: beyond it people are asked to come back in a moment. */
    @WithDefault("64")
    int atOnce();

    /** Change this when sites need another way to see who asks and whom to complain to. */
    @WithDefault("Obolus (+${obolus.url})")
    String userAgent();

    /** Visits that one account may cause in a minute; raise it where authors register many pages by hand. */
    @WithDefault("30")
    int perPerson();

    /** Visits to one host in a minute, whoever causes them; raise it for large platforms whose authors sign up here. */
    @WithDefault("120")
    int perSite();
}
