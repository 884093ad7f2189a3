package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;

/** Told in the same transaction when somebody may have gained the means to flattr, for what waited for that. */
public interface MeansGained {

    Uni<Void> gained(SqlConnection connection, Month month, AccountId supporter);
}
