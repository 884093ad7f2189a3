package org.obolus.social;

import java.time.Instant;
import org.obolus.things.Thing;

/**
 * What somebody who flattred a thing has said to its maker.
 *
 * @param by the username of whoever said it
 */
public record ThankYou(long id, Thing thing, String by, String text, Instant saidAt) {}
