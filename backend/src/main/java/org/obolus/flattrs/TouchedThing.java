package org.obolus.flattrs;

import java.time.Instant;
import org.obolus.accounts.AccountId;
import org.obolus.things.ThingId;

/** A thing that was flattred, or lost a flattr, by whom and when; who it was is for nobody who may not see it. */
public record TouchedThing(ThingId thing, Instant at, AccountId supporter) {}
