package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.obolus.accounts.AccountId;

/** Ends what an account has of a person on a platform: the claim with its contest, or its own challenge. */
@ApplicationScoped
class Withdraw {

    private final Claims claims;
    private final Contests contests;

    Withdraw(Claims claims, Contests contests) {
        this.claims = claims;
        this.contests = contests;
    }

    /** Inside a transaction that has its instant and holds the identity; of whoever has nothing, nothing ends. */
    Uni<Void> from(SqlConnection connection, Identity identity, AccountId account, OffsetDateTime now) {
        var ending = EndContest.Ending.withdrawn(now);
        return identity.belongsTo(account)
                ? claims.end(connection, identity.id(), now)
                        .chain(() -> contests.close(connection, identity.id(), ending))
                : endChallenge(connection, identity.id(), account, ending);
    }

    private Uni<Void> endChallenge(
            SqlConnection connection, long identity, AccountId account, EndContest.Ending ending) {
        return contests.current(connection, identity)
                .chain(contest -> contest.filter(open -> open.challenger().equals(account))
                                .isEmpty()
                        ? Uni.createFrom().voidItem()
                        : contests.close(connection, identity, ending)
                                .chain(() -> claims.stands(connection, identity)));
    }
}
