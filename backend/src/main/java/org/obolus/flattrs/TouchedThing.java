package org.obolus.flattrs;

import java.time.Instant;
import org.obolus.things.ThingId;

/** A thing that was flattred, or lost a flattr, and when. */
public record TouchedThing(ThingId thing, Instant at) {}
