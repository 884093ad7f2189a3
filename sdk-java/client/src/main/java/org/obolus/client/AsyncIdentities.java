package org.obolus.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who the caller is elsewhere. Each answer comes later. */
public final class AsyncIdentities {

    private static final String MINE = "/api/v1/identities";

    private final Line line;

    AsyncIdentities(Line line) {
        this.line = line;
    }

    /** Later what {@link Identities#mine()} answers. */
    public CompletableFuture<List<PlatformIdentity>> mine() {
        return line.ask(Call.get(MINE, Json.listIn("items", PlatformIdentity.class)));
    }
}
