package org.obolus.flattrs;

import java.time.Instant;
import org.obolus.things.ThingId;

/** A click that counts as soon as its supporter has the means for it, if that is before it expires (rule 3). */
public record WaitingClick(ThingId thing, Instant askedAt, Instant expiresAt) {}
