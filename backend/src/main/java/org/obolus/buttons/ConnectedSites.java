package org.obolus.buttons;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.SiteGrants;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.Things;

/** What a person sees of the sites where their button acts at one click. */
@ApplicationScoped
class ConnectedSites {

    private final SiteGrants siteGrants;
    private final Presses presses;
    private final Things things;

    ConnectedSites(SiteGrants siteGrants, Presses presses, Things things) {
        this.siteGrants = siteGrants;
        this.presses = presses;
        this.things = things;
    }

    Uni<List<ConnectedSite>> of(AccountId account) {
        return siteGrants
                .of(account)
                .chain(connected -> presses.latest(
                                account,
                                connected.stream()
                                        .map(SiteGrants.Connected::site)
                                        .toList())
                        .chain(given -> named(given).map(named -> joined(connected, given, named))));
    }

    private Uni<Map<ThingId, Thing>> named(List<Presses.Given> given) {
        return things.all(given.stream().map(Presses.Given::thing).distinct().toList())
                .map(found -> found.stream().collect(Collectors.toMap(Thing::id, Function.identity())));
    }

    private static List<ConnectedSite> joined(
            List<SiteGrants.Connected> connected, List<Presses.Given> given, Map<ThingId, Thing> named) {
        var bySite = given.stream().collect(groupingBy(Presses.Given::site));
        return connected.stream()
                .map(site -> new ConnectedSite(
                        site.site(), site.since(), last(bySite.getOrDefault(site.site(), List.of()), named)))
                .toList();
    }

    private static List<ConnectedSite.Last> last(List<Presses.Given> given, Map<ThingId, Thing> named) {
        return given.stream()
                .map(one -> Optional.ofNullable(named.get(one.thing()))
                        .map(thing -> new ConnectedSite.Last(thing, one.at())))
                .flatMap(Optional::stream)
                .toList();
    }
}
