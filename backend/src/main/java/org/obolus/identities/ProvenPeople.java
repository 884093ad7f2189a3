package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.database.Sql;
import org.obolus.web.Secret;

/** Whom browsers have proven to be on platforms, each for a while and for one claim. */
final class ProvenPeople {

    private static final String KEEP = """
            insert into platform_proofs (secret, identity_id, proven_at, expires_at) values ($1, $2, $3, $4)""";
    static final String FIND = "select " + PlatformUsers.COLUMNS + ", " + Identity.COLUMNS + """
            , p.proven_at
            from platform_proofs p join platform_users u on u.identity_id = p.identity_id
            join identities i on i.id = p.identity_id\s"""
            + Identity.WITH_OWNER + " where p.secret = $1 and p.expires_at > $2";
    private static final String FORGET = "delete from platform_proofs where secret = $1";

    private ProvenPeople() {}

    static Uni<Integer> keep(
            SqlConnection connection, Secret secret, Identity identity, OffsetDateTime at, OffsetDateTime until) {
        return Sql.run(connection, KEEP, Tuple.of(secret.hash(), identity.id(), at, until));
    }

    static Uni<Optional<ProvenPerson>> find(SqlClient client, Secret secret, OffsetDateTime now) {
        return Sql.first(client, FIND, Tuple.of(secret.hash(), now), ProvenPeople::read);
    }

    /** Answers 1, or 0 when somebody did so before. */
    static Uni<Integer> forget(SqlConnection connection, Secret secret) {
        return Sql.run(connection, FORGET, Tuple.of(secret.hash()));
    }

    private static ProvenPerson read(Row row) {
        return new ProvenPerson(PlatformUsers.read(row), Identity.of(row), row.getOffsetDateTime("proven_at"));
    }
}
