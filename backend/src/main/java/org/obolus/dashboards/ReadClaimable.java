package org.obolus.dashboards;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.identities.Identities;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;
import org.obolus.identities.Site;
import org.obolus.settlement.Settlement;
import org.obolus.settlement.WaitingShares;
import org.obolus.web.Written;

/** Finds what waits for a person: at their e-mail address, and for sites that they have asked about. */
@ApplicationScoped
class ReadClaimable {

    private final Identities identities;
    private final Settlement settlement;
    private final Written written;

    ReadClaimable(Identities identities, Settlement settlement, Written written) {
        this.identities = identities;
        this.settlement = settlement;
        this.written = written;
    }

    Uni<List<Claimable>> of(AccountId me, List<Site> sites) {
        var asked = sites.stream().filter(ReadClaimable::isAsked).toList();
        return identities
                .ofEmail(me)
                .map(found -> found.filter(identity -> isOpen(identity, me)))
                .chain(email ->
                        settlement.waitingFor(names(email, asked)).map(waiting -> claimable(email, asked, waiting)));
    }

    private static boolean isAsked(Site site) {
        return site.state() == Site.State.ASKED;
    }

    /** Also what an account has that had the address before; what is one's own only while it takes no flattrs. */
    private static boolean isOpen(Identity email, AccountId me) {
        return !email.belongsTo(me) || email.isOptedOut();
    }

    private static List<IdentityName> names(Optional<Identity> email, List<Site> asked) {
        var names = new ArrayList<>(
                asked.stream().map(site -> IdentityName.of(site.host())).toList());
        email.map(Identity::name).ifPresent(names::add);
        return names;
    }

    private List<Claimable> claimable(
            Optional<Identity> email, List<Site> asked, Map<IdentityName, WaitingShares> waiting) {
        var all = new ArrayList<Claimable>();
        email.filter(identity -> identity.isOptedOut() || waiting.containsKey(identity.name()))
                .map(identity ->
                        Claimable.ofEmail(Optional.ofNullable(waiting.get(identity.name())), identity.isOptedOut()))
                .ifPresent(all::add);
        for (var site : asked) {
            var name = IdentityName.of(site.host());
            if (waiting.containsKey(name)) {
                all.add(Claimable.ofSite(site.host(), written.identity(name.value()), waiting.get(name)));
            }
        }
        return List.copyOf(all);
    }
}
