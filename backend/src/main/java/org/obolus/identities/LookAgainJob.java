package org.obolus.identities;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at proven sites again when their turn has come. */
@ApplicationScoped
class LookAgainJob {

    private final Identities identities;

    LookAgainJob(Identities identities) {
        this.identities = identities;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return identities.lookAgain();
    }
}
