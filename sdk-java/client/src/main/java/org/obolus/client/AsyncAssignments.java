package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** Pages that owners of sites give to others. Each answer comes later. */
public final class AsyncAssignments {

    private static final String SITES = "/api/v1/sites";
    private static final String OF_SITE = "assignments";
    private static final String MINE = "/api/v1/assignments";

    private final Line line;

    AsyncAssignments(Line line) {
        this.line = line;
    }

    /** Later what {@link Assignments#of(SiteHost)} answers. */
    public CompletableFuture<Page<Assignment>> of(SiteHost host) {
        return line.page(Query.path(SITES, host, OF_SITE), Assignment.class);
    }

    /** Later what {@link Assignments#give(SiteHost, NewAssignment)} answers. */
    public CompletableFuture<Assignment> give(SiteHost host, NewAssignment wanted) {
        return line.ask(Call.post(Query.path(SITES, host, OF_SITE), wanted.body(), Json.as(Assignment.class)));
    }

    /** Later what {@link Assignments#confirm(SiteHost, AssignmentId)} answers. */
    public CompletableFuture<Assignment> confirm(SiteHost host, AssignmentId assignment) {
        return line.ask(
                Call.post(Query.path(SITES, host, OF_SITE, assignment, "confirmation"), Json.as(Assignment.class)));
    }

    /** Later what {@link Assignments#end(SiteHost, AssignmentId)} answers. */
    public CompletableFuture<Void> end(SiteHost host, AssignmentId assignment) {
        return line.ask(Call.delete(Query.path(SITES, host, OF_SITE, assignment)));
    }

    /** Later what {@link Assignments#mine()} answers. */
    public CompletableFuture<Page<Assignment>> mine() {
        return line.page(MINE, Assignment.class);
    }

    /** Later what {@link Assignments#agree(AssignmentId)} answers. */
    public CompletableFuture<Assignment> agree(AssignmentId assignment) {
        return line.ask(Call.post(Query.path(MINE, assignment, "agreement"), Json.as(Assignment.class)));
    }

    /** Later what {@link Assignments#decline(AssignmentId)} answers. */
    public CompletableFuture<Void> decline(AssignmentId assignment) {
        return line.ask(Call.delete(Query.path(MINE, assignment)));
    }
}
