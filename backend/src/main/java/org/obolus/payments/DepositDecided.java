package org.obolus.payments;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told in the transaction in which it is decided, once, whether a deposit's money is there or will not come. */
public interface DepositDecided {

    Uni<Void> decided(SqlConnection connection, Deposit deposit, Deposit.State end);
}
