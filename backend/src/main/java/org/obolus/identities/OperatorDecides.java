package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** What operators see of contests, and how they decide one; at any time, for what looks cannot tell. */
@ApplicationScoped
class OperatorDecides {

    private static final String OPEN = """
            select i.name, called(i.id) as called, o.username as owner, c.username as challenger, k.opened_at, k.due_at,
                k.waits_since
            from contests k
            join identities i on i.id = k.identity_id
            join accounts o on o.id = i.account_id
            join accounts c on c.id = k.challenger_id
            where k.decided_at is null
            order by k.waits_since nulls last, k.due_at""";

    private final Transactions transactions;
    private final Claims claims;
    private final Contests contests;
    private final EndContest endContest;

    OperatorDecides(Transactions transactions, Claims claims, Contests contests, EndContest endContest) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
        this.endContest = endContest;
    }

    Uni<List<OpenContest>> open() {
        return transactions.read(connection -> Sql.list(connection, OPEN, Tuple.tuple(), OpenContest::of));
    }

    /**
     * Of a contest, or once more of one that an operator has decided: then the one who lost wins. Fails with {@link
     * IdentityRefused} unless there is one, and the winner one of the two.
     */
    Uni<Void> decide(AccountId operator, IdentityName name, String winner, DecisionReason reason) {
        return transactions
                .run(connection -> IdentityRows.named(connection, List.of(winner))
                        .map(found -> found.values().stream()
                                .findFirst()
                                .orElseThrow(() -> new IdentityRefused.NoSuchAccount(winner)))
                        .chain(account -> decide(connection, operator, name, account, reason)))
                .invoke(() -> Log.infof("Operator %s decided the contest about %s for %s", operator, name, winner));
    }

    private Uni<Void> decide(
            SqlConnection connection, AccountId operator, IdentityName name, AccountId winner, DecisionReason reason) {
        return claims.instant(connection)
                .map(now -> EndContest.Ending.by(operator, reason, now))
                .chain(ending -> IdentityRows.find(connection, name)
                        .map(found -> found.orElseThrow(() -> new IdentityRefused.NoContest(name)))
                        .chain(() -> claims.hold(connection, name))
                        .chain(identity -> end(connection, identity, winner, ending)));
    }

    private Uni<Void> end(SqlConnection connection, Identity identity, AccountId winner, EndContest.Ending ending) {
        return contests.current(connection, identity.id())
                .chain(contest -> contest.isPresent()
                        ? end(connection, identity, contest.get().challenger(), winner, ending)
                        : decideAgain(connection, identity, winner, ending));
    }

    private Uni<Void> end(
            SqlConnection connection,
            Identity identity,
            AccountId challenger,
            AccountId winner,
            EndContest.Ending ending) {
        if (challenger.equals(winner)) {
            return endContest.forChallenger(connection, identity, winner, Proof.OPERATOR.toString(), ending);
        }
        if (!identity.belongsTo(winner)) {
            throw new IdentityRefused.NotInContest(identity.name());
        }
        return endContest.forOwner(connection, identity, challenger, ending);
    }

    private Uni<Void> decideAgain(
            SqlConnection connection, Identity identity, AccountId winner, EndContest.Ending ending) {
        return contests.isLost(connection, identity.id(), winner)
                .invoke(isLost -> {
                    if (!isLost) {
                        throw new IdentityRefused.NoContest(identity.name());
                    }
                })
                .chain(() -> contests.reopen(connection, identity.id(), winner, ending.at()))
                .chain(() -> end(connection, identity, winner, winner, ending));
    }
}
