package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told of everybody on another platform whom that platform has just described; whoever keeps their page implements it. */
public interface PersonSeen {

    /** In the transaction that writes it down. */
    Uni<Void> seen(SqlConnection connection, Found.Person person);
}
