package org.obolus.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.identities.Identities;
import org.obolus.identities.Site;
import org.obolus.identities.SiteHost;

/** What a site of the demo shows to prove whose it is; the paper shows nothing. */
@ApplicationScoped
class Proofs {

    private final Accounts accounts;
    private final Identities identities;

    Proofs(Accounts accounts, Identities identities) {
        this.accounts = accounts;
        this.identities = identities;
    }

    Uni<Optional<String>> of(DemoSite site) {
        return site.username() == null
                ? Uni.createFrom().item(Optional.empty())
                : accounts.named(site.username()).chain(owner -> token(owner, SiteHost.of(site.address())));
    }

    private Uni<Optional<String>> token(Optional<AccountId> owner, SiteHost host) {
        return owner.map(identities::sites)
                .map(sites -> sites.map(all -> all.stream()
                        .filter(site -> site.host().equals(host))
                        .map(Site::token)
                        .findFirst()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
