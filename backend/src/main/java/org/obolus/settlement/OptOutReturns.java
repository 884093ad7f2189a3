package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Sql;
import org.obolus.identities.OptedOut;

/**
 * What is held for whoever opts out goes back, whoever claims it a moment later (rule 11): that is decided with the opt-out,
 * and {@link ReturnHeld} books it.
 */
@ApplicationScoped
class OptOutReturns implements OptedOut {

    private static final String DECIDE = """
            with returned as (
                update holdings set state = 'returned', decided_at = calendar_now()
                where identity_id = $1 and state = 'held'
                returning month, decided_at),
            fewer as (
                insert into wanted_stale select $1::bigint where exists (select from returned)
                on conflict (identity_id) do update set identity_id = excluded.identity_id)
            insert into returns (month, begun_at) select month, decided_at from returned""";

    @Override
    public Uni<Void> optedOut(SqlConnection connection, long identity) {
        return Sql.run(connection, DECIDE, Tuple.of(identity)).replaceWithVoid();
    }
}
