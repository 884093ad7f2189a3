package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;

/** Ends what somebody wanted of a site: their claim, their challenge, or only their question. */
@ApplicationScoped
class GiveUpSite {

    private final Transactions transactions;
    private final Claims claims;
    private final Withdraw withdraw;
    private final SiteMails mails;

    GiveUpSite(Transactions transactions, Claims claims, Withdraw withdraw, SiteMails mails) {
        this.transactions = transactions;
        this.claims = claims;
        this.withdraw = withdraw;
        this.mails = mails;
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
                        .chain(identity -> withdraw.from(connection, identity, account, now)
                                .chain(ended -> ended == Withdraw.Ended.CHALLENGE
                                        ? tell(connection, identity, site, account, now)
                                        : Uni.createFrom().voidItem()))));
    }

    private Uni<Void> tell(
            SqlConnection connection, Identity identity, SiteHost site, AccountId challenger, OffsetDateTime now) {
        var owner = identity.owner().orElseThrow().account();
        return mails.decided(connection, site, owner, challenger, EndContest.Ending.withdrawn(now));
    }
}
