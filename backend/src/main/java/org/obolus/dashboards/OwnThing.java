package org.obolus.dashboards;

import org.obolus.flattrs.Count;
import org.obolus.things.Thing;

/** A thing as its owner reads it in a list. */
record OwnThing(Thing thing, Count count) {}
