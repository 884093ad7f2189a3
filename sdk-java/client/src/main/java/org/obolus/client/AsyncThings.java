package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What can be flattred, on one server. Each answer comes later. */
public final class AsyncThings {

    private static final String HERE = "/api/v1/things";

    private static final int MOST_AT_ONCE = 500;

    private final Line line;

    AsyncThings(Line line) {
        this.line = line;
    }

    /** Later what {@link Things#at(URI)} answers. */
    public CompletableFuture<Optional<Thing>> at(URI url) {
        return line.ask(Call.get(HERE + new Query().with("url", url), Json.as(Thing.class))
                .known());
    }

    /** Later what {@link Things#byId(ThingId)} answers. */
    public CompletableFuture<Optional<Thing>> byId(ThingId thing) {
        return line.ask(Call.get(Query.path(HERE, thing), Json.as(Thing.class)).known());
    }

    /** Later what {@link Things#byIds(List)} answers. */
    public CompletableFuture<List<Thing>> byIds(List<ThingId> things) {
        return InTurn.each(things, this::byId)
                .thenApply(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** Later what {@link Things#mine()} answers. */
    public CompletableFuture<Page<Thing>> mine() {
        return line.page(HERE + "/mine", Thing.class);
    }

    /** Later what {@link Things#register(Flattrable)} answers. */
    public CompletableFuture<Registered> register(Flattrable thing) {
        return line.ask(Call.post(HERE, thing.body(), Json.as(Registered.class)));
    }

    /** Later what {@link Things#registerAll(List)} answers. */
    public CompletableFuture<List<Outcome>> registerAll(List<Flattrable> things) {
        return InTurn.each(InTurn.parts(things, MOST_AT_ONCE), this::registerPart)
                .thenApply(parts -> parts.stream().flatMap(List::stream).toList());
    }

    /** Later what {@link Things#proveAgain(ThingId)} answers. */
    public CompletableFuture<Registered> proveAgain(ThingId thing) {
        return line.ask(Call.post(Query.path(HERE, thing, "proof"), Json.as(Registered.class)));
    }

    /** Later what {@link Things#change(ThingId, ThingChange)} answers. */
    public CompletableFuture<Thing> change(ThingId thing, ThingChange change) {
        return line.ask(Call.patch(Query.path(HERE, thing), change.body(), Json.as(Thing.class)));
    }

    /** Later what {@link Things#delete(ThingId)} answers. */
    public CompletableFuture<Void> delete(ThingId thing) {
        return line.ask(Call.delete(Query.path(HERE, thing)));
    }

    /** Later what {@link Things#categories()} answers. */
    public CompletableFuture<List<Choice>> categories() {
        return line.ask(Call.get("/api/v1/categories", Json.listOf(Choice.class)));
    }

    /** Later what {@link Things#languages()} answers. */
    public CompletableFuture<List<Choice>> languages() {
        return line.ask(Call.get("/api/v1/languages", Json.listOf(Choice.class)));
    }

    private CompletableFuture<List<Outcome>> registerPart(List<Flattrable> part) {
        var asked =
                Body.empty().with("things", part.stream().map(Flattrable::body).toList());
        return line.ask(Call.post(HERE + "/bulk", asked, Json.listIn("outcomes", Outcome.class)));
    }
}
