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
            update contests set decided_at = $2 where identity_id = $1 and decided_at is null""";
    private static final String CURRENT = """
            select challenger_id, due_at from contests where identity_id = $1 and decided_at is null""";

    private final IdentitiesConfig config;
    private final ApplyAssignments assignments;

    Contests(IdentitiesConfig config, ApplyAssignments assignments) {
        this.config = config;
        this.assignments = assignments;
    }

    /** Who doubts a claim, and when that is decided. */
    record Contest(AccountId challenger, Instant dueAt) {}

    Uni<Optional<Contest>> current(SqlClient client, long identity) {
        return Sql.first(
                client,
                CURRENT,
                Tuple.of(identity),
                row -> new Contest(
                        new AccountId(row.getLong("challenger_id")),
                        row.getOffsetDateTime("due_at").toInstant()));
    }

    /** Fails with {@link IdentityRefused.Contested} while somebody doubts the claim. */
    Uni<Void> requireNone(SqlConnection connection, long identity, SiteHost site) {
        return current(connection, identity)
                .invoke(contest -> contest.ifPresent(open -> {
                    throw new IdentityRefused.Contested(site, open.dueAt());
                }))
                .replaceWithVoid();
    }

    /** Pages that are others' are the site's until it is decided, so that what is given to them is held too. */
    Uni<Void> open(SqlConnection connection, long identity, AccountId challenger, OffsetDateTime at) {
        var row = Tuple.of(identity, challenger.value(), at, at.plus(config.contestLasts()));
        return Sql.run(connection, OPEN, row).chain(() -> mark(connection, identity, true));
    }

    Uni<Void> close(SqlConnection connection, long identity, OffsetDateTime at) {
        return Sql.run(connection, CLOSE, Tuple.of(identity, at)).chain(() -> mark(connection, identity, false));
    }

    private Uni<Void> mark(SqlConnection connection, long identity, boolean contested) {
        return Sql.run(connection, MARK, Tuple.of(identity, contested))
                .chain(() -> assignments.again(connection, identity));
    }
}
