package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;

/** Notes what each supporter had in funds when told that they gained means. */
@ApplicationScoped
public class GainsOfATest implements MeansGained {

    private static final String FUNDS = """
            select coalesce((select balance from ledger_accounts where name = 'funds:' || $1::bigint), 0) as funds""";

    private final Map<Long, Long> seen = new ConcurrentHashMap<>();

    /** What was in the funds when this supporter last gained means; null when they never did. */
    public Long fundsSeenOf(long supporter) {
        return seen.get(supporter);
    }

    @Override
    public Uni<Void> gained(SqlConnection connection, Month month, AccountId supporter) {
        return Sql.one(connection, FUNDS, Tuple.of(supporter.value()), row -> row.getLong("funds"))
                .invoke(funds -> seen.put(supporter.value(), funds))
                .replaceWithVoid();
    }
}
