package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;

/**
 * Told when something changed and a supporter now has a budget that is not paused and funds above zero, in the same
 * transaction, for what waited for that.
 *
 * <p>What still cannot be done is left out, not thrown: a failure here would take the deposit back with it.
 */
public interface MeansGained {

    Uni<Void> gained(SqlConnection connection, Month month, AccountId supporter);
}
