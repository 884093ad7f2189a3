package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;

/** Ends what somebody wanted of a site: their claim, their challenge, or only their question. */
@ApplicationScoped
class GiveUpSite {

    private final Transactions transactions;
    private final Claims claims;
    private final EndContest endContest;

    GiveUpSite(Transactions transactions, Claims claims, EndContest endContest) {
        this.transactions = transactions;
        this.claims = claims;
        this.endContest = endContest;
    }

    Uni<Void> giveUp(AccountId account, SiteHost site) {
        return transactions.run(connection -> SiteProofs.forget(connection, account, site)
                .invoke(forgotten -> {
                    if (forgotten == 0) {
                        throw new IdentityRefused.NotAsked(site);
                    }
                })
                .chain(() -> claims.instant(connection))
                .chain(now -> claims.hold(connection, site)
                        .chain(identity -> endContest.withdrawn(connection, identity, account, now))));
    }
}
