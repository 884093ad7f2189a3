package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;

/** What happens when a contest ends, and whom it is told; inside a transaction that holds the identity. */
@ApplicationScoped
class EndContest {

    private final Claims claims;
    private final Contests contests;
    private final SiteMails mails;

    EndContest(Claims claims, Contests contests, SiteMails mails) {
        this.claims = claims;
        this.contests = contests;
        this.mails = mails;
    }

    /** By what it ended and when; with the operator who decided, and why, where one did. */
    record Ending(How how, Optional<AccountId> operator, Optional<DecisionReason> reason, OffsetDateTime at) {

        static Ending byProof(OffsetDateTime at) {
            return new Ending(How.PROOF, Optional.empty(), Optional.empty(), at);
        }

        static Ending withdrawn(OffsetDateTime at) {
            return new Ending(How.WITHDRAWN, Optional.empty(), Optional.empty(), at);
        }

        static Ending by(AccountId operator, DecisionReason reason, OffsetDateTime at) {
            return new Ending(How.OPERATOR, Optional.of(operator), Optional.of(reason), at);
        }
    }

    enum How {
        PROOF,
        OPERATOR,
        WITHDRAWN
    }

    /** The claim stands, and what was held meanwhile is its owner's. */
    Uni<Void> forOwner(
            SqlConnection connection, Identity identity, SiteHost site, AccountId challenger, Ending ending) {
        var owner = identity.owner().orElseThrow().account();
        return contests.close(connection, identity.id(), ending)
                .chain(() -> claims.stands(connection, identity.id()))
                .chain(() -> mails.decided(connection, site, owner, challenger, ending));
    }

    /** The owner gives the site up, contested or not; a challenger is told that their proof is all it takes now. */
    Uni<Void> withoutOwner(SqlConnection connection, Identity identity, SiteHost site, OffsetDateTime now) {
        return contests.current(connection, identity.id())
                .call(() -> claims.end(connection, identity.id(), now))
                .call(() -> contests.close(connection, identity.id(), Ending.withdrawn(now)))
                .chain(contest -> contest.isPresent()
                        ? mails.free(connection, contest.get().challenger(), site)
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> forChallenger(
            SqlConnection connection,
            Identity identity,
            SiteHost site,
            AccountId challenger,
            Proof proof,
            Ending ending) {
        var owner = identity.owner().orElseThrow().account();
        return claims.end(connection, identity.id(), ending.at())
                .chain(() -> contests.close(connection, identity.id(), ending))
                .chain(() -> claims.begin(
                        connection, identity, new Claims.NewClaim(challenger, proof.toString(), ending.at())))
                .chain(() -> mails.decided(connection, site, challenger, owner, ending));
    }
}
