package org.obolus.buttons;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Transactions;
import org.obolus.identities.Identities;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;

/** A connection is good for what is on its own site, or on another one that is proven to be the same owner's. */
@ApplicationScoped
class SiteRule {

    private final Transactions transactions;
    private final Identities identities;

    SiteRule(Transactions transactions, Identities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /** Judges the target by the address that was asked for. Fails with {@link ButtonRefused.ForeignSite}. */
    Uni<Void> check(SiteOrigin site, Target target) {
        if (SiteOrigin.of(target.url()).equals(site)) {
            return Uni.createFrom().voidItem();
        }
        return isOfTheSameOwner(site, target)
                .invoke(same -> {
                    if (!same) {
                        Log.infof("A button on %s asked for %s", site, target.url());
                        throw new ButtonRefused.ForeignSite(site);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> isOfTheSameOwner(SiteOrigin site, Target target) {
        return transactions
                .read(connection -> identities.find(connection, IdentityName.of(site.host())))
                .map(here -> here.filter(undisputed -> !undisputed.contested())
                        .flatMap(Identity::owner)
                        .filter(owner -> target.isOf(owner.account()) && !target.isContested())
                        .isPresent());
    }
}
