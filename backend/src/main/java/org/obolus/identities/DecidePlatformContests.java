package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Ends the contests about people of platforms whose time has come, for whoever has logged in there last. */
@ApplicationScoped
class DecidePlatformContests {

    private static final String DUE = "select " + PlatformUsers.COLUMNS + """
            , k.opened_at, k.challenger_id
            from contests k join platform_users u on u.identity_id = k.identity_id
            where k.decided_at is null and k.due_at <= calendar_now()
            order by k.due_at""";
    private static final String STILL_OPEN = """
            select from contests where identity_id = $1 and opened_at = $2 and decided_at is null""";
    private static final String LATEST = """
            select account_id from platform_answers where identity_id = $1 and account_id = any($2)
            order by proven_at desc limit 1""";

    private final Transactions transactions;
    private final Claims claims;
    private final Contests contests;
    private final PersonMails mails;

    DecidePlatformContests(Transactions transactions, Claims claims, Contests contests, PersonMails mails) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
        this.mails = mails;
    }

    private record Due(PlatformUser user, OffsetDateTime openedAt, AccountId challenger) {

        static Due of(Row row) {
            return new Due(
                    PlatformUsers.read(row),
                    row.getOffsetDateTime("opened_at"),
                    new AccountId(row.getLong("challenger_id")));
        }
    }

    /** Several servers may do this at once: each contest is decided once. */
    Uni<Void> decideAll() {
        return transactions
                .read(connection -> Sql.list(connection, DUE, Tuple.tuple(), Due::of))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(this::decideOne)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> decideOne(Due due) {
        return transactions
                .run(connection -> decide(connection, due))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("Could not decide about %s: %s", due.user().identity(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> decide(SqlConnection connection, Due due) {
        return claims.instant(connection)
                .chain(now -> claims.hold(connection, due.user().identity())
                        .chain(identity -> Sql.first(
                                        connection, STILL_OPEN, Tuple.of(identity.id(), due.openedAt()), row -> row)
                                .chain(open -> open.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : close(connection, identity, due, now))));
    }

    private Uni<Void> close(SqlConnection connection, Identity identity, Due due, OffsetDateTime now) {
        var owner = identity.owner().orElseThrow().account();
        return latest(connection, identity, owner, due.challenger())
                .call(winner -> mails.decided(connection, identity, due.user(), winner))
                .chain(winner -> winner.equals(owner)
                        ? contests.close(connection, identity.id(), EndContest.Ending.byProof(now))
                                .chain(() -> claims.stands(connection, identity.id()))
                        : handOver(connection, identity, winner, now));
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

    private Uni<Void> handOver(SqlConnection connection, Identity identity, AccountId winner, OffsetDateTime now) {
        return claims.end(connection, identity.id(), now)
                .chain(() -> contests.close(connection, identity.id(), EndContest.Ending.byProof(now)))
                .chain(() -> claims.begin(connection, identity, new Claims.NewClaim(winner, ClaimPerson.PROOF, now)));
    }
}
