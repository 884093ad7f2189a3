package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.obolus.database.Transactions;
import org.obolus.identities.Identities;
import org.obolus.identities.IdentityName;
import org.obolus.social.Profile;

/** Says whether an identity, {@code site:blog.example}, is proven to be somebody's. */
@ApplicationScoped
class Verification {

    private final Identities identities;
    private final Transactions transactions;

    Verification(Identities identities, Transactions transactions) {
        this.identities = identities;
        this.transactions = transactions;
    }

    /** Fails with {@link CallRefused.NotVerified}. */
    Uni<Map<String, Object>> of(Profile user, String identity) {
        var name = new IdentityName(identity.replace('\0', ' '));
        return transactions
                .read(connection -> identities.find(connection, name))
                .map(found -> {
                    if (found.filter(one -> one.belongsTo(user.account())).isEmpty()) {
                        throw new CallRefused.NotVerified();
                    }
                    return ApiObjects.ok("This identity is proven to be " + user.username() + "'s.");
                });
    }
}
