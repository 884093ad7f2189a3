package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/**
 * Ends the contests about people of platforms whose time has come, for whoever has logged in there last; but no log-in takes
 * away what an operator has given.
 */
@ApplicationScoped
class DecidePlatformContests {

    private static final String DUE = """
            select i.name, k.opened_at, k.challenger_id, stands_by_operator(i.id) as by_operator
            from contests k
            join identities i on i.id = k.identity_id
            join platform_users u on u.identity_id = k.identity_id
            where k.decided_at is null and k.waits_since is null and k.due_at <= calendar_now()
            order by k.due_at""";
    private static final String LATEST = """
            select account_id from platform_answers where identity_id = $1 and account_id = any($2)
            order by proven_at desc limit 1""";

    private final DueContests dueContests;
    private final Contests contests;
    private final EndContest endContest;
    private final PersonMails mails;

    DecidePlatformContests(DueContests dueContests, Contests contests, EndContest endContest, PersonMails mails) {
        this.dueContests = dueContests;
        this.contests = contests;
        this.endContest = endContest;
        this.mails = mails;
    }

    private record Due(IdentityName name, OffsetDateTime openedAt, AccountId challenger, boolean byOperator)
            implements DueContests.Due {

        static Due of(Row row) {
            return new Due(
                    new IdentityName(row.getString("name")),
                    row.getOffsetDateTime("opened_at"),
                    new AccountId(row.getLong("challenger_id")),
                    row.getBoolean("by_operator"));
        }
    }

    Uni<Void> decideAll() {
        return dueContests.each(
                DUE,
                Tuple.tuple(),
                Due::of,
                due -> dueContests.decide(due, (connection, identity, now) -> end(connection, identity, due, now)));
    }

    private Uni<Void> end(SqlConnection connection, Identity identity, Due due, OffsetDateTime now) {
        var owner = identity.owner().orElseThrow().account();
        var ending = EndContest.Ending.byProof(now);
        return latest(connection, identity, owner, due.challenger()).chain(winner -> {
            if (winner.equals(owner)) {
                return endContest.forOwner(connection, identity, due.challenger(), ending);
            }
            return due.byOperator()
                    ? contests.leaveToOperators(connection, identity.id(), now)
                            .chain(() -> mails.waits(connection, identity))
                    : endContest.forChallenger(connection, identity, winner, ClaimPerson.PROOF, ending);
        });
    }

    private static Uni<AccountId> latest(
            SqlConnection connection, Identity identity, AccountId owner, AccountId challenger) {
        var both = new Long[] {owner.value(), challenger.value()};
        return Sql.first(
                        connection,
                        LATEST,
                        Tuple.tuple().addLong(identity.id()).addArrayOfLong(both),
                        row -> new AccountId(row.getLong("account_id")))
                .map(found -> found.orElse(owner));
    }
}
