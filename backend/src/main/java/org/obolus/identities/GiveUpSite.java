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
    private final Contests contests;
    private final EndContest endContest;

    GiveUpSite(Transactions transactions, Claims claims, Contests contests, EndContest endContest) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
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
                        .chain(identity -> identity.belongsTo(account)
                                ? endContest.withoutOwner(connection, identity, site, now)
                                : endChallenge(connection, identity, site, account, now))));
    }

    private Uni<Void> endChallenge(
            SqlConnection connection, Identity identity, SiteHost site, AccountId account, OffsetDateTime now) {
        return contests.current(connection, identity.id())
                .chain(contest -> contest.filter(open -> open.challenger().equals(account))
                                .isEmpty()
                        ? Uni.createFrom().voidItem()
                        : endContest.forOwner(connection, identity, site, account, EndContest.Ending.withdrawn(now)));
    }
}
