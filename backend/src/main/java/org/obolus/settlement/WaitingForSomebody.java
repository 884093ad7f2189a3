package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.identities.IdentityName;
import org.obolus.identities.WhatWaits;

/** Tells whoever proves to be somebody what waits for them. */
@ApplicationScoped
class WaitingForSomebody implements WhatWaits {

    private final ReadWaiting readWaiting;

    WaitingForSomebody(ReadWaiting readWaiting) {
        this.readWaiting = readWaiting;
    }

    @Override
    public Uni<Waiting> of(SqlConnection connection, IdentityName name) {
        return readWaiting
                .of(connection, List.of(name))
                .map(found -> waiting(found.getOrDefault(name, WaitingShares.NOTHING)));
    }

    private static Waiting waiting(WaitingShares shares) {
        return new Waiting(shares.supporters(), shares.held(), shares.flattrs(), shares.until());
    }
}
