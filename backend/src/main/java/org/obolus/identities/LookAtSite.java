package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.obolus.web.FetchRefused;
import org.obolus.web.GuardedClient;
import org.obolus.web.TextRecords;

/**
 * Looks for proofs of a site, the strongest first: in TXT records, in the file, in the home page; the latter two over
 * https, then over http where https is not there.
 */
@ApplicationScoped
class LookAtSite {

    private final TextRecords records;
    private final GuardedClient client;
    private final ReadProofs read;

    LookAtSite(TextRecords records, GuardedClient client, ReadProofs read) {
        this.records = records;
        this.client = client;
        this.read = read;
    }

    /** Never fails because of the site; fails when this server is too busy to look. */
    Uni<Sighting> lookFor(Set<Sought> all, SiteHost site) {
        return ask(all, site.dnsName(), Sighting.NOTHING)
                .chain(soFar -> soFar.hasAll(all) || soFar.sleeps("dns") ? item(soFar) : ask(all, site.domain(), soFar))
                .chain(soFar -> soFar.hasAll(all) ? item(soFar) : look(all, site, Place.FILE, soFar))
                .chain(soFar -> soFar.hasAll(all) ? item(soFar) : look(all, site, Place.HOME_PAGE, soFar));
    }

    private Uni<Sighting> ask(Set<Sought> all, String name, Sighting before) {
        return records.at(name)
                .map(texts -> before.with(name, read.inTexts(all, texts)))
                .onFailure(LookAtSite::isOfTheSite)
                .recoverWithItem(refused -> before.with(name, (FetchRefused) refused));
    }

    private Uni<Sighting> look(Set<Sought> all, SiteHost site, Place place, Sighting before) {
        return look(all, site, place, "https", before)
                .chain(soFar -> soFar.isAnswered(place) ? item(soFar) : look(all, site, place, "http", soFar));
    }

    private Uni<Sighting> look(Set<Sought> all, SiteHost site, Place place, String scheme, Sighting before) {
        if (before.sleeps(scheme)) {
            return item(before);
        }
        var url = site.page(scheme, place.path());
        return client.get(url)
                .map(page -> before.with(url, place, page, all, read.in(place, all, page)))
                .onFailure(LookAtSite::isOfTheSite)
                .recoverWithItem(refused -> before.with(url, place, (FetchRefused) refused));
    }

    private static boolean isOfTheSite(Throwable failure) {
        return failure instanceof FetchRefused && !(failure instanceof FetchRefused.Busy);
    }

    private static Uni<Sighting> item(Sighting sighting) {
        return Uni.createFrom().item(sighting);
    }
}
