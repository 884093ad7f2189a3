package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What other features do in the same transaction in which somebody signs up. */
public interface AccountCreated {

    Uni<Void> created(SqlConnection connection, AccountId account);
}
