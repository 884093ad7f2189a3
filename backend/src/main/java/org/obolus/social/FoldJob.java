package org.obolus.social;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the catalogue's order some seconds behind the clicks; several servers take turns. */
@ApplicationScoped
class FoldJob {

    private final FoldRanks foldRanks;

    FoldJob(FoldRanks foldRanks) {
        this.foldRanks = foldRanks;
    }

    @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return foldRanks.fold().replaceWithVoid();
    }
}
