package org.obolus.cli.sync;

import java.util.Optional;
import org.obolus.client.Category;

/**
 * How posts are to be registered.
 *
 * @param otherSites whether posts of other sites than the feed's are registered too
 * @param removing whether what the feed no longer has is taken away
 * @param onlyTold whether it is only told what would happen
 */
public record Wanted(
        Optional<Category> category, boolean hidden, boolean otherSites, boolean removing, boolean onlyTold) {}
