package org.obolus.buttons;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.Grant;
import org.obolus.accounts.SiteGrants;

/** What a frame shows to prove whose button it is, and on which site. */
@ApplicationScoped
class SiteTokens {

    private static final String BEARER = "Bearer ";

    private final SiteGrants siteGrants;

    SiteTokens(SiteGrants siteGrants) {
        this.siteGrants = siteGrants;
    }

    /**
     * The grant behind a frame's token; fails with {@link ButtonRefused}.
     *
     * @param authorization the header, null when there is none
     * @param site where the frame says that it is: the same as in the token, so that neither serves for the other
     */
    Grant read(String authorization, String site) {
        var origin = SiteOrigin.of(site);
        var grant = authorization != null && authorization.startsWith(BEARER)
                ? siteGrants.read(authorization.substring(BEARER.length()))
                : Optional.<Grant>empty();
        if (authorization != null && grant.isEmpty()) {
            Log.infof("A button on %s came with a token that is over, or none of ours", origin);
        }
        var found = grant.orElseThrow(ButtonRefused.NotConnected::new);
        if (!found.site().filter(origin.value()::equals).isPresent()) {
            Log.infof("A token for %s came from a button on %s", found.site().orElse("nowhere"), origin);
            throw new ButtonRefused.ForeignSite(origin);
        }
        return found;
    }

    /** The site that a grant is for. */
    static SiteOrigin site(Grant grant) {
        return grant.site().map(SiteOrigin::of).orElseThrow(ButtonRefused.NotConnected::new);
    }
}
