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

    GiveUpSite(Transactions transactions, Claims claims, Contests contests) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
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
                                ? endClaim(connection, identity.id(), now)
                                : endChallenge(connection, identity.id(), account, now))));
    }

    private Uni<Void> endClaim(SqlConnection connection, long identity, OffsetDateTime now) {
        return claims.end(connection, identity, now).chain(() -> contests.close(connection, identity, now));
    }

    private Uni<Void> endChallenge(SqlConnection connection, long identity, AccountId account, OffsetDateTime now) {
        return contests.current(connection, identity)
                .chain(contest -> contest.filter(open -> open.challenger().equals(account))
                                .isEmpty()
                        ? Uni.createFrom().voidItem()
                        : contests.close(connection, identity, now).chain(() -> claims.stands(connection, identity)));
    }
}
