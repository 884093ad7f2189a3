package org.obolus.things;

import java.util.Optional;
import org.obolus.identities.Found;

/**
 * Somebody whom another site offers by what it calls them.
 *
 * @param url where they have their page here
 * @param typed who it is, where that had to be looked up: the address of that page no longer says so
 */
public record Offered(ThingUrl url, Optional<Found.Somebody> typed) {}
