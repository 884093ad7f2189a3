package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.obolus.web.FetchRefused;
import org.obolus.web.GuardedClient;

/** Looks for tokens at a site: in the file, then in the home page, over https, then over http where https is not there. */
@ApplicationScoped
class LookAtSite {

    private final GuardedClient client;

    LookAtSite(GuardedClient client) {
        this.client = client;
    }

    /** Never fails because of the site; fails when this server is too busy to look. */
    Uni<Sighting> lookFor(Set<String> tokens, SiteHost site) {
        return look(tokens, site, Proof.FILE, Sighting.NOTHING)
                .chain(soFar -> soFar.hasAll(tokens) ? item(soFar) : look(tokens, site, Proof.META, soFar));
    }

    private Uni<Sighting> look(Set<String> tokens, SiteHost site, Proof proof, Sighting before) {
        return look(tokens, site, proof, "https", before)
                .chain(soFar -> soFar.isAnswered(proof) ? item(soFar) : look(tokens, site, proof, "http", soFar));
    }

    private Uni<Sighting> look(Set<String> tokens, SiteHost site, Proof proof, String scheme, Sighting before) {
        if (before.sleeps(scheme)) {
            return item(before);
        }
        var url = site.page(scheme, proof.path());
        return client.get(url)
                .map(page -> before.with(url, proof, page, tokens))
                .onFailure(LookAtSite::isOfTheSite)
                .recoverWithItem(refused -> before.with(url, proof, (FetchRefused) refused));
    }

    private static boolean isOfTheSite(Throwable failure) {
        return failure instanceof FetchRefused && !(failure instanceof FetchRefused.Busy);
    }

    private static Uni<Sighting> item(Sighting sighting) {
        return Uni.createFrom().item(sighting);
    }
}
