package org.obolus.dashboards;

import java.util.List;
import org.obolus.identities.Site;
import org.obolus.identities.WordWanted;
import org.obolus.money.Money;

/**
 * What a person receives, and for what.
 *
 * @param things the newest of them
 * @param isMore whether there are more things than these
 * @param claims what waits for this person to claim it
 * @param offers whose pages wait for this person's word
 */
record Receiving(
        Money revenue,
        List<OwnThing> things,
        boolean isMore,
        List<Site> sites,
        List<WordWanted> offers,
        List<Claimable> claims) {}
