package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Lets assignments begin and end; inside a transaction that holds the site's identity.
 *
 * <p>The site's pages follow in steps, for whoever registers one waits for the identity: the first ones at once, and
 * those of a large site when {@link GoThroughSites} has its turn.
 */
@ApplicationScoped
class ApplyAssignments {

    private final AssignmentsChanged pages;

    ApplyAssignments(AssignmentsChanged pages) {
        this.pages = pages;
    }

    /** Begins what is due. */
    Uni<Void> begin(SqlConnection connection, long site, OffsetDateTime now) {
        return AssignmentRows.begin(connection, site, now).chain(begun -> followIfAny(connection, site, begun));
    }

    Uni<Void> end(SqlConnection connection, long site, AssignmentId id, OffsetDateTime now) {
        return AssignmentRows.end(connection, id, now).chain(ended -> followIfAny(connection, site, ended));
    }

    /** With the claim by which they were made. */
    Uni<Void> endAll(SqlConnection connection, long site, OffsetDateTime now) {
        return AssignmentRows.endAll(connection, site, now).chain(ended -> followIfAny(connection, site, ended));
    }

    /** What is in force rests or goes on, because of something else about the site. */
    Uni<Void> again(SqlConnection connection, long site) {
        return AssignmentRows.inForce(connection, site).chain(some -> followIfAny(connection, site, some));
    }

    /** The next step of a site; answers whether there is another one. */
    Uni<Boolean> goOn(SqlConnection connection, long site) {
        return SitesToGoThrough.after(connection, site)
                .chain(after -> after.isPresent()
                        ? step(connection, site, after.get())
                        : Uni.createFrom().item(false));
    }

    /** From the beginning, also where an earlier change has not been followed to the end. */
    private Uni<Void> follow(SqlConnection connection, long site) {
        return step(connection, site, "").replaceWithVoid();
    }

    private Uni<Boolean> step(SqlConnection connection, long site, String after) {
        return pages.changed(connection, site, after)
                .call(last -> last.isPresent()
                        ? SitesToGoThrough.keep(connection, site, last.get())
                        : SitesToGoThrough.remove(connection, site))
                .map(Optional::isPresent);
    }

    private Uni<Void> followIfAny(SqlConnection connection, long site, long changed) {
        return changed == 0 ? Uni.createFrom().voidItem() : follow(connection, site);
    }
}
