package org.obolus.identities;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Before the first request: people can be named by their e-mail addresses. */
@Singleton
class IdentitiesStart {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void ready(@Observes StartupEvent start, EmailNames names) {
        names.load().await().atMost(PATIENCE);
    }
}
