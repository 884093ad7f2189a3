package org.obolus.client;

import java.net.URI;
import java.util.List;

/** How often things were flattred; for everybody, without a token. */
public final class Counts {

    private final AsyncCounts later;

    Counts(AsyncCounts later) {
        this.later = later;
    }

    /**
     * The count of one thing; zero for what nobody knows.
     *
     * <p>No scope.
     */
    public Count of(ThingId thing) {
        return Line.await(later.of(thing));
    }

    /**
     * The counts of up to 100 addresses in one request, in their order; zero for what nobody knows.
     *
     * <p>No scope. Problems: {@code malformed}, {@code not_a_thing_url}.
     */
    public List<AddressCount> of(List<URI> pages) {
        return Line.await(later.of(pages));
    }
}
