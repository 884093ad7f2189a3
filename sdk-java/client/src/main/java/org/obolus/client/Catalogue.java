package org.obolus.client;

import java.util.stream.Stream;

/** What can be found by everybody, and who made it. */
public final class Catalogue {

    private final AsyncCatalogue later;

    Catalogue(AsyncCatalogue later) {
        this.later = later;
    }

    /**
     * What fits, in the order asked for; lists end after 10 000 entries.
     *
     * <p>No scope. Problems: {@code invalid}.
     */
    public Stream<ListedThing> search(Search wanted) {
        return Page.stream(() -> later.search(wanted));
    }

    /**
     * How much fits, counted up to 10 000.
     *
     * <p>No scope. Problems: {@code invalid}.
     */
    public long count(Search wanted) {
        return Line.await(later.count(wanted));
    }
}
