package org.obolus.identities;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides contests when their time has come. */
@ApplicationScoped
class ContestsJob {

    private final Identities identities;

    ContestsJob(Identities identities) {
        this.identities = identities;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> decide() {
        return identities.decideContests();
    }
}
