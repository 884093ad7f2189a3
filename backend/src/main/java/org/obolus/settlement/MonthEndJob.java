package org.obolus.settlement;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks every few seconds whether the calendar asks for something; every server does. */
@ApplicationScoped
class MonthEndJob {

    private final Settlement settlement;

    MonthEndJob(Settlement settlement) {
        this.settlement = settlement;
    }

    @Scheduled(every = "{obolus.settlement.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> advance() {
        return settlement.advance();
    }
}
