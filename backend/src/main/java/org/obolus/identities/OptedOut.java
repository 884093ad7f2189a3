package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told in the transaction in which an identity opts out, while no click is in flight. */
public interface OptedOut {

    Uni<Void> optedOut(SqlConnection connection, long identityId);
}
