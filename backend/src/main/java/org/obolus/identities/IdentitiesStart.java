package org.obolus.identities;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Before the first request: what this instance alone knows is there. */
@Singleton
class IdentitiesStart {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void ready(@Observes StartupEvent start, InstanceSecrets secrets) {
        secrets.load().await().atMost(PATIENCE);
    }
}
