package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What can be found by everybody, and who made it. Each answer comes later. */
public final class AsyncCatalogue {

    private final Line line;

    AsyncCatalogue(Line line) {
        this.line = line;
    }

    /** Later what {@link Catalogue#search(Search)} answers. */
    public CompletableFuture<Page<ListedThing>> search(Search wanted) {
        return NumberedPages.of(line, "/api/v1/catalogue", wanted.query(), ListedThing.class);
    }

    /** Later what {@link Catalogue#count(Search)} answers. */
    public CompletableFuture<Long> count(Search wanted) {
        var query = wanted.query().with("limit", 1);
        return line.ask(Call.get("/api/v1/catalogue" + query, Json.member("total", Long.class)));
    }
}
