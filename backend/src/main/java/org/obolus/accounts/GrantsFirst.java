package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets no request be judged by what was known of ended grants too long ago. */
class GrantsFirst {

    private final EndedGrants ended;

    GrantsFirst(EndedGrants ended) {
        this.ended = ended;
    }

    @ServerRequestFilter
    public Uni<Void> known() {
        return ended.untilKnown();
    }
}
