package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.identities.OptedOut;

/** Whoever opts out is given nothing that is not settled yet (rule 11). */
@ApplicationScoped
class OptOutVoids implements OptedOut {

    private static final String REASON = "Whoever this is for has asked not to be flattred.";

    private final TakeBack takeBack;

    OptOutVoids(TakeBack takeBack) {
        this.takeBack = takeBack;
    }

    @Override
    public Uni<Void> optedOut(SqlConnection connection, long identity) {
        return takeBack.voidUnsettled(connection, identity, REASON).replaceWithVoid();
    }
}
