package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Begins the assignments whose date has come. */
@ApplicationScoped
class BeginAssignments {

    private static final String DUE = """
            select substr(s.name, 6) as host from identities s where not s.contested and s.id in (
                select site_id from assignments
                where confirmed_at is not null and agreed_at is not null and began_at is null and ended_at is null
                  and from_at <= (select calendar_now()))""";

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
                                        : apply.begin(connection, held.id(), now))))
                .onFailure()
                .invoke(failure -> Log.warnf("Could not assign the pages of %s: %s", site, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
