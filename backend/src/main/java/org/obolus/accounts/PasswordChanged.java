package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told in the transaction in which an account gets a new password, so that nothing the old one opened is left over. */
public interface PasswordChanged {

    Uni<Void> passwordChanged(SqlConnection connection, AccountId account);
}
