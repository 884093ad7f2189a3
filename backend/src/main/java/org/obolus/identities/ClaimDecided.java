package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.obolus.accounts.AccountId;

/** Told in the transaction in which somebody's claim begins, by which everything held for the identity is theirs. */
public interface ClaimDecided {

    Uni<Void> claimed(SqlConnection connection, long identityId, AccountId claimer, long claimId);
}
