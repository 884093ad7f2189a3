package org.obolus.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The caller's sites and their proofs. Each answer comes later. */
public final class AsyncSites {

    private static final String HERE = "/api/v1/sites";

    private final Line line;

    AsyncSites(Line line) {
        this.line = line;
    }

    /** Later what {@link Sites#ask(SiteHost)} answers. */
    public CompletableFuture<Site> ask(SiteHost host) {
        return line.ask(Call.post(HERE, Body.empty().with("host", host), Json.as(Site.class)));
    }

    /** Later what {@link Sites#mine()} answers. */
    public CompletableFuture<List<Site>> mine() {
        return line.ask(Call.get(HERE, Json.listIn("items", Site.class)));
    }

    /** Later what {@link Sites#byHost(SiteHost)} answers. */
    public CompletableFuture<Optional<Site>> byHost(SiteHost host) {
        return line.ask(Call.get(Query.path(HERE, host), Json.as(Site.class)).known());
    }

    /** Later what {@link Sites#verify(SiteHost)} answers. */
    public CompletableFuture<Site> verify(SiteHost host) {
        return line.ask(Call.post(Query.path(HERE, host, "verification"), Json.as(Site.class)));
    }

    /** Later what {@link Sites#contest(SiteHost)} answers. */
    public CompletableFuture<Site> contest(SiteHost host) {
        return line.ask(Call.post(Query.path(HERE, host, "contest"), Json.as(Site.class)));
    }

    /** Later what {@link Sites#giveUp(SiteHost)} answers. */
    public CompletableFuture<Void> giveUp(SiteHost host) {
        return line.ask(Call.delete(Query.path(HERE, host)));
    }

    /** Later what {@link Sites#optOut(SiteHost)} answers. */
    public CompletableFuture<Site> optOut(SiteHost host) {
        return line.ask(Call.post(Query.path(HERE, host, "opt-out"), Json.as(Site.class)));
    }

    /** Later what {@link Sites#optIn(SiteHost)} answers. */
    public CompletableFuture<Site> optIn(SiteHost host) {
        return line.ask(Call.delete(Query.path(HERE, host, "opt-out"), Json.as(Site.class)));
    }
}
