package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Goes through contests whose time has come. Several servers may do this at once: each contest is decided once. */
@ApplicationScoped
class DueContests {

    private static final String STILL_OPEN = """
            select from contests where identity_id = $1 and opened_at = $2 and decided_at is null""";

    private final Transactions transactions;
    private final Claims claims;

    DueContests(Transactions transactions, Claims claims) {
        this.transactions = transactions;
        this.claims = claims;
    }

    /** A contest whose time has come, by what it is about and when it was opened. */
    interface Due {

        IdentityName name();

        OffsetDateTime openedAt();
    }

    /** What is to become of a contest that is still open, inside a transaction that holds the identity. */
    interface Decision {

        Uni<Void> end(SqlConnection connection, Identity identity, OffsetDateTime now);
    }

    /** One after another; one that fails is tried again the next time, and is in nobody's way. */
    <T extends Due> Uni<Void> each(String query, Tuple values, Function<Row, T> read, Function<T, Uni<Void>> decide) {
        return transactions
                .read(connection -> Sql.list(connection, query, values, read))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(due -> decide.apply(due)
                                .onFailure()
                                .invoke(failure ->
                                        Log.warnf("Could not decide about %s: %s", due.name(), failure.getMessage()))
                                .onFailure()
                                .recoverWithNull())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    Uni<Void> decide(Due due, Decision decision) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> claims.hold(connection, due.name())
                        .chain(identity -> Sql.first(
                                        connection, STILL_OPEN, Tuple.of(identity.id(), due.openedAt()), row -> row)
                                .chain(open -> open.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : decision.end(connection, identity, now)))));
    }
}
