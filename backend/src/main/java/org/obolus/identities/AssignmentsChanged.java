package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told in the transaction in which assignments of a site begin or end: whoever keeps pages gives each to whose it is now. */
public interface AssignmentsChanged {

    Uni<Void> changed(SqlConnection connection, long siteIdentityId);
}
