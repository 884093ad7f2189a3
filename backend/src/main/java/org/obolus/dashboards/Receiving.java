package org.obolus.dashboards;

import java.util.List;
import org.obolus.identities.Assignment;
import org.obolus.identities.Site;
import org.obolus.identities.SiteHost;
import org.obolus.money.Money;

/**
 * What a person receives, and for what.
 *
 * @param things the newest of them
 * @param isMore whether there are more things than these
 * @param offers whose pages wait for this person's word
 */
record Receiving(Money revenue, List<OwnThing> things, boolean isMore, List<Site> sites, List<Offer> offers) {

    /**
     * Pages of a site that somebody else is to have.
     *
     * @param isProposed whether the site is this person's own, and an app has asked; otherwise they are offered to them
     */
    record Offer(SiteHost site, boolean isProposed) {

        static Offer of(Assignment waiting) {
            return new Offer(waiting.site(), waiting.state() == Assignment.State.PROPOSED);
        }
    }
}
