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
            select substr(i.name, 6) as host, o.username as owner, c.username as challenger, k.opened_at, k.due_at,
                k.waits_since
            from contests k
            join identities i on i.id = k.identity_id
            join accounts o on o.id = i.account_id
            join accounts c on c.id = k.challenger_id
            where k.decided_at is null and starts_with(i.name, 'site:')
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

    /** Fails with {@link IdentityRefused} unless there is a contest, and the winner one of the two. */
    Uni<Void> decide(AccountId operator, SiteHost site, String winner, DecisionReason reason) {
        return transactions
                .run(connection -> IdentityRows.named(connection, List.of(winner))
                        .map(found -> found.values().stream()
                                .findFirst()
                                .orElseThrow(() -> new IdentityRefused.NoSuchAccount(winner)))
                        .chain(account -> decide(connection, operator, site, account, reason)))
                .invoke(() -> Log.infof("Operator %s decided the contest about %s for %s", operator, site, winner));
    }

    private Uni<Void> decide(
            SqlConnection connection, AccountId operator, SiteHost site, AccountId winner, DecisionReason reason) {
        return claims.instant(connection)
                .chain(now -> claims.hold(connection, site)
                        .chain(identity -> contests.current(connection, identity.id())
                                .chain(contest -> {
                                    var challenger = contest.orElseThrow(() -> new IdentityRefused.NoContest(site))
                                            .challenger();
                                    var ending = EndContest.Ending.by(operator, reason, now);
                                    if (challenger.equals(winner)) {
                                        return endContest.forChallenger(
                                                connection, identity, site, challenger, Proof.OPERATOR, ending);
                                    }
                                    if (!identity.belongsTo(winner)) {
                                        throw new IdentityRefused.NotInContest(site);
                                    }
                                    return endContest.forOwner(connection, identity, site, challenger, ending);
                                })));
    }
}
