package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.accounts.AccountCreated;
import org.obolus.accounts.AccountId;

/** Makes everybody the owner of themselves when they sign up. */
@ApplicationScoped
class OwnIdentity implements AccountCreated {

    @Override
    public Uni<Void> created(SqlConnection connection, AccountId account) {
        return IdentityRows.ofAccount(connection, account).replaceWithVoid();
    }
}
