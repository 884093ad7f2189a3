package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses that look like profiles and are none, as was heard within the hour; they are not asked about at every flattr. */
@ApplicationScoped
class NoProfiles {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<PlatformHandle, Instant> heard = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PlatformHandle, Instant> eldest) {
            return size() > MOST;
        }
    };

    NoProfiles(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(PlatformHandle handle) {
        heard.remove(handle);
        heard.put(handle, clock.instant());
    }

    synchronized boolean has(PlatformHandle handle) {
        var since = heard.get(handle);
        return since != null && since.plus(AN_HOUR).isAfter(clock.instant());
    }
}
