package org.obolus.client;

import java.util.List;

/** Who the caller is elsewhere; claimed by a person at a browser, on the server's page {@code /claim}. */
public final class Identities {

    private final AsyncIdentities later;

    Identities(AsyncIdentities later) {
        this.later = later;
    }

    /**
     * Those on other platforms that the caller has claimed or challenges.
     *
     * <p>Scope {@code thing} or {@code extendedread}.
     */
    public List<PlatformIdentity> mine() {
        return Line.await(later.mine());
    }
}
