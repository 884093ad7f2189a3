package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;

/** Told when assignments of a site begin or end: whoever keeps pages gives each to whose it is now, so many at a time. */
public interface AssignmentsChanged {

    /**
     * Goes through the next pages of a site, in a transaction that holds its identity.
     *
     * @param after the key of the last page that was gone through; empty in the beginning
     * @return the key of the last one now; empty when the site's last page is gone through
     */
    Uni<Optional<String>> changed(SqlConnection connection, long siteIdentityId, String after);
}
