package org.obolus.identities;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to give to whom.
 *
 * @param from empty for at once; what is past is at once too, for what was given stays
 * @param isConfirmed whether the site's owner says so by their own hand, rather than an app for them
 */
public record NewAssignment(AssignedPages pages, String username, Optional<Instant> from, boolean isConfirmed) {}
