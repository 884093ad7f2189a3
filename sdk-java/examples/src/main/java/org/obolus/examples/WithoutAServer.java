package org.obolus.examples;

import java.net.URI;
import org.obolus.client.ObolusClient;
import org.obolus.client.OfflineTransport;
import org.obolus.client.ThingId;

/** A program's own tests, without a server. */
public final class WithoutAServer {

    private WithoutAServer() {}

    /** What was asked of the server that is not there. */
    public static String play() {
        // snippet: offline
        var server = new OfflineTransport().on("DELETE", "/api/v1/flattrs/5", 204, "");
        var client = ObolusClient.builder(URI.create("https://obolus.example"))
                .transport(server)
                .build();
        // end
        client.flattrs().takeBack(new ThingId(5));
        return server.requests().get(0).toString();
    }
}
