package org.obolus.social;

import java.time.Instant;
import org.obolus.things.Thing;

/** Somebody, who may be named, flattred something. */
public record Activity(String supporter, Thing thing, Instant at) {}
