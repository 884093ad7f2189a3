package org.obolus.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * How a client is set up.
 *
 * @param waiting ends after the time given; tests do not wait
 */
record Settings(
        URI server,
        Transport transport,
        Optional<Credentials> credentials,
        Retries retries,
        Duration timeout,
        String program,
        Function<Duration, CompletableFuture<Void>> waiting,
        Clock clock) {

    Settings anonymous() {
        return new Settings(server, transport, Optional.empty(), retries, timeout, program, waiting, clock);
    }
}
