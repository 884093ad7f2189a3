package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/** Opens and closes contests, inside a transaction that has its instant and holds the identity. */
@ApplicationScoped
class Contests {

    private static final String OPEN = """
            insert into contests (identity_id, challenger_id, opened_at, due_at) values ($1, $2, $3, $4)""";
    private static final String MARK = "update identities set contested = $2 where id = $1";
    private static final String CLOSE = """
            update contests set decided_at = $2, operator_id = $3, reason = $4, winner_id = $5, loser_id = $6
            where identity_id = $1 and decided_at is null""";
    private static final String IS_LOST = "select lost_to_operators_word($1, $2) as lost";
    private static final String WAIT = """
            update contests set waits_since = $2 where identity_id = $1 and decided_at is null""";
    private static final String LOOK_AGAIN = """
            update contests set look_at = calendar_now() + $3::bigint * interval '1 second'
            where identity_id = (select id from identities where name = $1) and opened_at = $2
              and decided_at is null""";
    static final String CURRENT = """
            select challenger_id, due_at, waits_since from contests where identity_id = $1 and decided_at is null""";

    private final IdentitiesConfig config;
    private final ApplyAssignments assignments;
    private final SiteMails mails;

    Contests(IdentitiesConfig config, ApplyAssignments assignments, SiteMails mails) {
        this.config = config;
        this.assignments = assignments;
        this.mails = mails;
    }

    /** Whose the site is, and who says that it is theirs. */
    record Sides(SiteHost site, AccountId owner, AccountId challenger) {}

    /** Whom a contest was decided for, and against whom. */
    record Decided(AccountId winner, AccountId loser) {}

    /** Who doubts a claim, when that is decided, and whether an operator is waited for. */
    record Contest(AccountId challenger, Instant dueAt, boolean waits) {}

    Uni<Optional<Contest>> current(SqlClient client, long identity) {
        return Sql.first(
                client,
                CURRENT,
                Tuple.of(identity),
                row -> new Contest(
                        new AccountId(row.getLong("challenger_id")),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getOffsetDateTime("waits_since") != null));
    }

    /** Fails with {@link IdentityRefused.Contested} while somebody doubts the claim. */
    Uni<Void> requireNone(SqlConnection connection, Identity identity) {
        return current(connection, identity.id())
                .invoke(contest -> contest.ifPresent(open -> {
                    throw IdentityRefused.Contested.of(identity.name(), open.dueAt());
                }))
                .replaceWithVoid();
    }

    /** About a site; both sides are told. Fails with {@link IdentityRefused.DecidedForAnother}. */
    Uni<Void> open(SqlConnection connection, Identity identity, Sides sides, OffsetDateTime at) {
        return open(connection, identity, sides.challenger(), at)
                .chain(due -> mails.contestOpened(connection, sides, due));
    }

    /**
     * Pages that are others' are the site's until it is decided, so that what is given to them is held too. Fails with
     * {@link IdentityRefused.DecidedForAnother} where an operator has decided against the challenger: whoever loses
     * cannot have everything held again by asking once more.
     *
     * @return when it is decided
     */
    Uni<Instant> open(SqlConnection connection, Identity identity, AccountId challenger, OffsetDateTime at) {
        return isLost(connection, identity.id(), challenger)
                .invoke(isLost -> {
                    if (isLost) {
                        throw new IdentityRefused.DecidedForAnother(identity.name());
                    }
                })
                .chain(() -> reopen(connection, identity.id(), challenger, at));
    }

    /** Whether an operator's last word between this account and whoever has the identity was against it. */
    Uni<Boolean> isLost(SqlClient client, long identity, AccountId challenger) {
        return Sql.one(client, IS_LOST, Tuple.of(identity, challenger.value()), row -> row.getBoolean("lost"));
    }

    /** Whoever lost before is heard again. */
    Uni<Instant> reopen(SqlConnection connection, long identity, AccountId challenger, OffsetDateTime at) {
        var due = at.plus(config.contestLasts());
        return Sql.run(connection, OPEN, Tuple.of(identity, challenger.value(), at, due))
                .chain(() -> mark(connection, identity, true))
                .replaceWith(due.toInstant());
    }

    /** About a site; both sides are told. */
    Uni<Void> leaveToOperators(SqlConnection connection, long identity, Sides sides, OffsetDateTime at) {
        return leaveToOperators(connection, identity, at).chain(() -> mails.contestWaits(connection, sides));
    }

    /** What no proof decides, today or tomorrow: an operator does, and nobody looks until then. */
    Uni<Void> leaveToOperators(SqlConnection connection, long identity, OffsetDateTime at) {
        return Sql.run(connection, WAIT, Tuple.of(identity, at)).replaceWithVoid();
    }

    Uni<Void> lookAgainLater(SqlConnection connection, SiteHost site, OffsetDateTime openedAt) {
        var row = Tuple.of(
                IdentityName.of(site).value(),
                openedAt,
                config.contestLooksAgain().toSeconds());
        return Sql.run(connection, LOOK_AGAIN, row).replaceWithVoid();
    }

    /** @param decided empty where one of the two went before anything was decided */
    Uni<Void> close(SqlConnection connection, long identity, EndContest.Ending ending, Optional<Decided> decided) {
        var row = Tuple.tuple()
                .addLong(identity)
                .addOffsetDateTime(ending.at())
                .addLong(ending.operator().map(AccountId::value).orElse(null))
                .addString(ending.reason().map(DecisionReason::sentence).orElse(null))
                .addLong(decided.map(Decided::winner).map(AccountId::value).orElse(null))
                .addLong(decided.map(Decided::loser).map(AccountId::value).orElse(null));
        return Sql.run(connection, CLOSE, row).chain(() -> mark(connection, identity, false));
    }

    private Uni<Void> mark(SqlConnection connection, long identity, boolean contested) {
        return Sql.run(connection, MARK, Tuple.of(identity, contested))
                .chain(() -> assignments.again(connection, identity));
    }
}
