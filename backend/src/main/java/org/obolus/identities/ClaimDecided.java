package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.obolus.accounts.AccountId;

/** Told in the transaction in which somebody's claim begins, by which what is held is theirs, or in which it ends. */
public interface ClaimDecided {

    Uni<Void> claimed(SqlConnection connection, long identityId, AccountId claimer, long claimId);

    default Uni<Void> ended(SqlConnection connection, long identityId, AccountId claimer) {
        return Uni.createFrom().voidItem();
    }
}
