package org.obolus.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** What the caller flattrs every month; a thing names its subscription, for there is one at a time. Each answer comes later. */
public final class AsyncSubscriptions {

    private static final String HERE = "/api/v1/subscriptions";

    private final Line line;

    AsyncSubscriptions(Line line) {
        this.line = line;
    }

    /** Later what {@link Subscriptions#make(ThingId, Subscription.Term)} answers. */
    public CompletableFuture<Subscription> make(ThingId thing, Subscription.Term term) {
        return make(Body.empty().with("thing", thing), term);
    }

    /** Later what {@link Subscriptions#make(URI, Subscription.Term)} answers. */
    public CompletableFuture<Subscription> make(URI page, Subscription.Term term) {
        return make(Body.empty().with("url", page), term);
    }

    /** Later what {@link Subscriptions#mine()} answers. */
    public CompletableFuture<Page<Subscription>> mine() {
        return line.page(HERE, Subscription.class);
    }

    /** Later what {@link Subscriptions#ended()} answers. */
    public CompletableFuture<Page<Subscription>> ended() {
        return line.page(HERE + new Query().with("ended", true), Subscription.class);
    }

    /** Later what {@link Subscriptions#pause(ThingId)} answers. */
    public CompletableFuture<Subscription> pause(ThingId thing) {
        return line.ask(Call.post(Query.path(HERE, thing, "pause"), Json.as(Subscription.class)));
    }

    /** Later what {@link Subscriptions#resume(ThingId)} answers. */
    public CompletableFuture<Subscription> resume(ThingId thing) {
        return line.ask(Call.post(Query.path(HERE, thing, "resume"), Json.as(Subscription.class)));
    }

    /** Later what {@link Subscriptions#stop(ThingId)} answers. */
    public CompletableFuture<Void> stop(ThingId thing) {
        return line.ask(Call.delete(Query.path(HERE, thing)));
    }

    private CompletableFuture<Subscription> make(Body asked, Subscription.Term term) {
        return line.ask(Call.post(HERE, asked.with("months", term.months()), Json.as(Subscription.class)));
    }
}
