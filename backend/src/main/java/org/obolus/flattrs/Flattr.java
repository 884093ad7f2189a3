package org.obolus.flattrs;

import java.time.Instant;
import org.obolus.calendar.Month;
import org.obolus.things.ThingId;

/** One supporter's click on one thing in one month. */
public record Flattr(ThingId thing, Month month, Instant givenAt) {}
