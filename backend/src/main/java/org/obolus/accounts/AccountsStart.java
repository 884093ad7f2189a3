package org.obolus.accounts;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Before the first request: the keys are there, and ended grants are known. */
@Singleton
class AccountsStart {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void ready(@Observes StartupEvent start, SigningKeys keys, EndedGrants ended, Vertx vertx) {
        keys.load().await().atMost(PATIENCE);
        ended.start(vertx);
    }
}
