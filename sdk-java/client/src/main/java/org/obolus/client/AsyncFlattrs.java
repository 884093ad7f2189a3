package org.obolus.client;

import java.net.URI;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;

/** Giving and taking back. Each answer comes later. */
public final class AsyncFlattrs {

    private static final String HERE = "/api/v1/flattrs";

    private final Line line;

    AsyncFlattrs(Line line) {
        this.line = line;
    }

    /** Later what {@link Flattrs#give(Thing)} answers. */
    public CompletableFuture<Flattr> give(Thing thing) {
        return give(thing.id());
    }

    /** Later what {@link Flattrs#give(ThingId)} answers. */
    public CompletableFuture<Flattr> give(ThingId thing) {
        return give(thing, IdempotencyKey.random());
    }

    /** Later what {@link Flattrs#give(URI)} answers. */
    public CompletableFuture<Flattr> give(URI page) {
        return give(page, IdempotencyKey.random());
    }

    /** Later what {@link Flattrs#give(ThingId, IdempotencyKey)} answers. */
    public CompletableFuture<Flattr> give(ThingId thing, IdempotencyKey key) {
        return line.ask(Call.post(HERE, Body.empty().with("thing", thing), Json.as(Flattr.class))
                .under(key));
    }

    /** Later what {@link Flattrs#give(URI, IdempotencyKey)} answers. */
    public CompletableFuture<Flattr> give(URI page, IdempotencyKey key) {
        return line.ask(Call.post(HERE, Body.empty().with("url", page), Json.as(Flattr.class))
                .under(key));
    }

    /** Later what {@link Flattrs#mine()} answers. */
    public CompletableFuture<Page<Flattr>> mine() {
        return line.page(HERE, Flattr.class);
    }

    /** Later what {@link Flattrs#mine(YearMonth)} answers. */
    public CompletableFuture<Page<Flattr>> mine(YearMonth month) {
        return line.page(HERE + new Query().with("month", month), Flattr.class);
    }

    /** Later what {@link Flattrs#takeBack(ThingId)} answers. */
    public CompletableFuture<Void> takeBack(ThingId thing) {
        return line.ask(Call.delete(Query.path(HERE, thing)));
    }
}
