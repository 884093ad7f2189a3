package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How often things were flattred; for everybody, without a token. Each answer comes later. */
public final class AsyncCounts {

    private final Line line;

    AsyncCounts(Line line) {
        this.line = line;
    }

    /** Later what {@link Counts#of(ThingId)} answers. */
    public CompletableFuture<Count> of(ThingId thing) {
        return line.ask(Call.get(Query.path("/api/v1/things", thing, "count"), Json.as(Count.class)));
    }

    /** Later what {@link Counts#of(List)} answers. */
    public CompletableFuture<List<AddressCount>> of(List<URI> pages) {
        var query = new Query();
        pages.forEach(page -> query.with("url", page));
        return line.ask(Call.get("/counts" + query, Json.listIn("counts", AddressCount.class)));
    }
}
