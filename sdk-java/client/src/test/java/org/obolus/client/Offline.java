package org.obolus.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client without a network that never waits, and what it would have waited for. */
record Offline(OfflineTransport transport, ObolusClient client, List<Duration> pauses) {

    static final URI SERVER = URI.create("https://obolus.example");

    static Offline patient() {
        return with(new Retries(2, Duration.ofSeconds(1), Duration.ofSeconds(60)));
    }

    static Offline with(Retries retries) {
        var transport = new OfflineTransport();
        var pauses = new ArrayList<Duration>();
        var client = ObolusClient.builder(SERVER)
                .token("secret-token")
                .transport(transport)
                .retries(retries)
                .waiting(pause -> {
                    pauses.add(pause);
                    return CompletableFuture.completedFuture(null);
                })
                .build();
        return new Offline(transport, client, pauses);
    }

    Offline on(String method, String path, int status, String json) {
        transport.on(method, path, status, json);
        return this;
    }

    Offline failing(String method, String path, Exception failure) {
        transport.failing(method, path, failure);
        return this;
    }

    List<Transport.Request> requests() {
        return transport.requests();
    }
}
