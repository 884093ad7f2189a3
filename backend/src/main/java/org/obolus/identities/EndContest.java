package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;

/** What happens when a contest about anything ends, and whom it is told; inside a transaction that holds the identity. */
@ApplicationScoped
class EndContest {

    private final Claims claims;
    private final Contests contests;
    private final ContestMails mails;

    EndContest(Claims claims, Contests contests, ContestMails mails) {
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
    Uni<Void> forOwner(SqlConnection connection, Identity identity, AccountId challenger, Ending ending) {
        var owner = identity.owner().orElseThrow().account();
        return contests.close(connection, identity.id(), ending, decided(owner, challenger))
                .chain(() -> claims.stands(connection, identity.id()))
                .chain(() -> mails.decided(connection, identity, owner, challenger, ending));
    }

    /** @param proof by what it is the challenger's, as the claims name it */
    Uni<Void> forChallenger(
            SqlConnection connection, Identity identity, AccountId challenger, String proof, Ending ending) {
        var owner = identity.owner().orElseThrow().account();
        return claims.end(connection, identity.id(), ending.at())
                .chain(() -> contests.close(connection, identity.id(), ending, decided(challenger, owner)))
                .chain(() -> claims.begin(connection, identity, new Claims.NewClaim(challenger, proof, ending.at())))
                .chain(() -> mails.decided(connection, identity, challenger, owner, ending));
    }

    private static Optional<Contests.Decided> decided(AccountId winner, AccountId loser) {
        return Optional.of(new Contests.Decided(winner, loser));
    }

    /** Ends what an account has of the identity: its claim, contested or not, or its challenge; or nothing. */
    Uni<Void> withdrawn(SqlConnection connection, Identity identity, AccountId account, OffsetDateTime now) {
        return contests.current(connection, identity.id())
                .map(contest -> contest.map(Contests.Contest::challenger))
                .chain(challenger -> {
                    if (identity.belongsTo(account)) {
                        return withoutOwner(connection, identity, challenger, now);
                    }
                    return challenger.filter(account::equals).isPresent()
                            ? forOwner(connection, identity, account, Ending.withdrawn(now))
                            : Uni.createFrom().voidItem();
                });
    }

    /** A challenger is told that their proof is all it takes now. */
    private Uni<Void> withoutOwner(
            SqlConnection connection, Identity identity, Optional<AccountId> challenger, OffsetDateTime now) {
        return claims.end(connection, identity.id(), now)
                .chain(() -> contests.close(connection, identity.id(), Ending.withdrawn(now), Optional.empty()))
                .chain(() -> challenger
                        .map(other -> mails.free(connection, identity, other))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
