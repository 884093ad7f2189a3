package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Transactions;

/**
 * Lets the pages of large sites follow what has changed, a step in each transaction: whoever registers something there
 * waits for one step at most, and what is interrupted goes on where it was.
 */
@ApplicationScoped
class GoThroughSites {

    private final Transactions transactions;
    private final Claims claims;
    private final ApplyAssignments apply;

    GoThroughSites(Transactions transactions, Claims claims, ApplyAssignments apply) {
        this.transactions = transactions;
        this.claims = claims;
        this.apply = apply;
    }

    /** Several servers may do this at once: each step is done by one of them. */
    Uni<Void> goThroughAll() {
        return transactions
                .read(SitesToGoThrough::all)
                .chain(sites -> Multi.createFrom()
                        .iterable(sites)
                        .onItem()
                        .transformToUniAndConcatenate(this::goThrough)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> goThrough(SiteHost site) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(site))
                .whilst(isMore -> isMore)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("Could not go through the pages of %s: %s", site, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> step(SiteHost site) {
        return transactions.run(
                connection -> claims.hold(connection, site).chain(held -> apply.goOn(connection, held.id())));
    }
}
