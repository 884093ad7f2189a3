package org.obolus.examples;

import java.util.concurrent.CompletableFuture;
import org.obolus.client.Count;
import org.obolus.client.ObolusClient;
import org.obolus.client.ThingId;

/** Calls that nobody waits for. */
public final class Later {

    private Later() {}

    /** Flattrs, then counts. */
    public static CompletableFuture<Count> giveAndCount(ObolusClient client, ThingId thing) {
        // snippet: async
        var count = client.async()
                .flattrs()
                .give(thing)
                .thenCompose(flattr -> client.async().counts().of(flattr.thing()));
        // end
        return count;
    }
}
