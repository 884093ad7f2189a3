package org.obolus.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the demo once the server answers, because proving the blog needs that, and says how to look at it. */
@Singleton
class DemoStart {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

    private final DemoConfig config;
    private final String host;
    private final Seed seed;
    private final Welcome welcome;

    DemoStart(DemoConfig config, @ConfigProperty(name = "quarkus.http.host") String host, Seed seed, Welcome welcome) {
        this.config = config;
        this.host = host;
        this.seed = seed;
        this.welcome = welcome;
    }

    void refuseStrangers(@Observes StartupEvent start) {
        if (config.on() && !THIS_MACHINE.contains(host)) {
            throw new IllegalStateException("The demo's passwords are known to everybody, so it only listens to this"
                    + " machine. Leave quarkus.http.host at 127.0.0.1, or obolus.demo at false.");
        }
    }

    void fill(@ObservesAsync HttpServerStart listening) {
        if (config.on()) {
            try {
                seed.plant().await().atMost(PATIENCE);
            } catch (RuntimeException refused) {
                Log.error("The demo could not be filled; what is there can be used", refused);
            }
            System.out.println(welcome.text());
        }
    }
}
