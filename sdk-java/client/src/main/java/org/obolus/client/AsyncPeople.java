package org.obolus.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What people show of themselves. Of somebody who shows nothing, only the username and the listed things are seen. Each answer comes later. */
public final class AsyncPeople {

    private static final String HERE = "/api/v1/people";

    private final Line line;

    AsyncPeople(Line line) {
        this.line = line;
    }

    /** Later what {@link People#byUsername(String)} answers. */
    public CompletableFuture<Optional<Person>> byUsername(String username) {
        return line.ask(
                Call.get(Query.path(HERE, username), Json.as(Person.class)).known());
    }

    /** Later what {@link People#lookUp(String)} answers. */
    public CompletableFuture<LookedUp> lookUp(String of) {
        return line.ask(Call.get("/api/v1/identities/lookup" + new Query().with("of", of), Json.as(LookedUp.class)));
    }

    /** Later what {@link People#things(String)} answers. */
    public CompletableFuture<Page<ListedThing>> things(String username) {
        return NumberedPages.of(line, Query.path(HERE, username, "things"), new Query(), ListedThing.class);
    }

    /** Later what {@link People#given(String)} answers. */
    public CompletableFuture<Page<Activity>> given(String username) {
        return NumberedPages.of(line, Query.path(HERE, username, "flattrs"), new Query(), Activity.class);
    }

    /** Later what {@link People#received(String)} answers. */
    public CompletableFuture<Page<Activity>> received(String username) {
        var incoming = new Query().with("type", "incoming");
        return NumberedPages.of(line, Query.path(HERE, username, "flattrs"), incoming, Activity.class);
    }
}
