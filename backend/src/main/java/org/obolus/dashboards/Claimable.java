package org.obolus.dashboards;

import java.util.Optional;
import org.obolus.identities.SiteHost;
import org.obolus.money.Money;
import org.obolus.settlement.WaitingShares;

/**
 * What waits for somebody who has only to say that it is for them.
 *
 * @param whom who was flattred, as that person reads it
 * @param site the site that it is for; empty where it is for the person's own e-mail address
 * @param optedOut whether that address takes no flattrs
 */
record Claimable(String whom, WaitingShares waiting, Optional<SiteHost> site, boolean optedOut) {

    static Claimable ofEmail(Optional<WaitingShares> waiting, boolean optedOut) {
        return new Claimable("you", waiting.orElse(WaitingShares.NOTHING), Optional.empty(), optedOut);
    }

    static Claimable ofSite(SiteHost host, String shown, WaitingShares waiting) {
        return new Claimable(shown, waiting, Optional.of(host), false);
    }

    /** How much it is; of a site, about which anybody may ask, only as far as everybody may know it. */
    public Money sum() {
        return site.isPresent() ? waiting.told() : waiting.held();
    }

    /** Where the button leads that claims it. */
    public String action() {
        return site.map(host -> "/dashboard/sites/" + host + "/verify").orElse("/dashboard/claims/email");
    }

    public boolean isOf(SiteHost host) {
        return site.filter(host::equals).isPresent();
    }
}
