package org.obolus.identities;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins assignments when their date has come, and lets the pages of large sites follow. */
@ApplicationScoped
class AssignmentsJob {

    private final PageAssignments assignments;

    AssignmentsJob(PageAssignments assignments) {
        this.assignments = assignments;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> begin() {
        return assignments.beginAssignments();
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> goOn() {
        return assignments.goThroughSites();
    }
}
