package org.obolus.dashboards;

import java.util.List;
import org.obolus.identities.Site;
import org.obolus.money.Money;

/**
 * What a person receives, and for what.
 *
 * @param things the newest of them
 * @param isMore whether there are more things than these
 */
record Receiving(Money revenue, List<OwnThing> things, boolean isMore, List<Site> sites) {}
