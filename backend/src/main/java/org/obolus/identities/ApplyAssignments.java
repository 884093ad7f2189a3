package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.OffsetDateTime;

/** Lets assignments begin and end, and tells whoever keeps pages; inside a transaction that holds the site's identity. */
@ApplicationScoped
class ApplyAssignments {

    private final Instance<AssignmentsChanged> listeners;

    ApplyAssignments(@Any Instance<AssignmentsChanged> listeners) {
        this.listeners = listeners;
    }

    /** Begins what is due. */
    Uni<Void> begin(SqlConnection connection, long site, OffsetDateTime now) {
        return AssignmentRows.begin(connection, site, now).chain(begun -> tellIfAny(connection, site, begun));
    }

    Uni<Void> end(SqlConnection connection, long site, AssignmentId id, OffsetDateTime now) {
        return AssignmentRows.end(connection, id, now).chain(ended -> tellIfAny(connection, site, ended));
    }

    /** With the claim by which they were made. */
    Uni<Void> endAll(SqlConnection connection, long site, OffsetDateTime now) {
        return AssignmentRows.endAll(connection, site, now).chain(ended -> tellIfAny(connection, site, ended));
    }

    /** What is in force rests or goes on, because of something else about the site. */
    Uni<Void> again(SqlConnection connection, long site) {
        return AssignmentRows.inForce(connection, site).chain(some -> tellIfAny(connection, site, some));
    }

    private Uni<Void> tell(SqlConnection connection, long site) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.changed(connection, site));
        }
        return told;
    }

    private Uni<Void> tellIfAny(SqlConnection connection, long site, long changed) {
        return changed == 0 ? Uni.createFrom().voidItem() : tell(connection, site);
    }
}
