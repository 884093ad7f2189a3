package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/**
 * Begins the assignments whose date has come.
 *
 * <p>What was registered in the very moment in which an assignment began or ended may not have seen it: the sites of the
 * last two minutes' changes are gone through once more.
 */
@ApplicationScoped
class BeginAssignments {

    private static final String DUE = """
            select substr(s.name, 6) as host from identities s where not s.contested and s.id in (
                select site_id from assignments
                where confirmed_at is not null and agreed_at is not null and began_at is null and ended_at is null
                  and from_at <= (select calendar_now())
                union
                select site_id from assignments where began_at > (select calendar_now() - interval '2 minutes')
                union
                select site_id from assignments where ended_at > (select calendar_now() - interval '2 minutes'))""";

    private final Transactions transactions;
    private final Claims claims;
    private final ApplyAssignments apply;

    BeginAssignments(Transactions transactions, Claims claims, ApplyAssignments apply) {
        this.transactions = transactions;
        this.claims = claims;
        this.apply = apply;
    }

    /** Several servers may do this at once: each assignment begins once. */
    Uni<Void> beginAll() {
        return transactions
                .read(connection ->
                        Sql.list(connection, DUE, Tuple.tuple(), row -> new SiteHost(row.getString("host"))))
                .chain(sites -> Multi.createFrom()
                        .iterable(sites)
                        .onItem()
                        .transformToUniAndConcatenate(this::begin)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> begin(SiteHost site) {
        return transactions
                .run(connection -> claims.instant(connection)
                        .chain(now -> claims.hold(connection, site)
                                .chain(held -> held.contested()
                                        ? Uni.createFrom().voidItem()
                                        : AssignmentRows.begin(connection, held.id(), now)
                                                .chain(() -> apply.tell(connection, held.id())))))
                .onFailure()
                .invoke(failure -> Log.warnf("Could not assign the pages of %s: %s", site, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
