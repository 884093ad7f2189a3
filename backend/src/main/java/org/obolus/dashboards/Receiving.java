package org.obolus.dashboards;

import java.util.List;
import org.obolus.identities.Assignment;
import org.obolus.identities.Site;
import org.obolus.money.Money;

/**
 * What a person receives, and for what.
 *
 * @param things the newest of them
 * @param isMore whether there are more things than these
 * @param offers pages of sites that wait for this person's word
 */
record Receiving(Money revenue, List<OwnThing> things, boolean isMore, List<Site> sites, List<Assignment> offers) {}
