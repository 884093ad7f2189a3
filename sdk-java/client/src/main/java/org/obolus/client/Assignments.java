package org.obolus.client;

import java.util.stream.Stream;

/** Pages that owners of sites give to others: the caller's to others, and others' to the caller. */
public final class Assignments {

    private final AsyncAssignments later;

    Assignments(AsyncAssignments later) {
        this.later = later;
    }

    /**
     * Which pages of the caller's site are others', or are to be, by their kind.
     *
     * <p>Scope {@code thing} or {@code extendedread}. Problems: {@code forbidden}.
     */
    public Stream<Assignment> of(SiteHost host) {
        return Page.stream(() -> later.of(host));
    }

    /**
     * Offers pages of the caller's site to another account, which has to agree. The same again changes nothing. With an
     * app's token, or without the scope {@code site}, it is a proposal that the owner has to confirm.
     *
     * <p>Scope {@code thing}. Problems: {@code invalid}, {@code forbidden}, {@code contested}, {@code opted_out}, {@code
     * assigned_already}, {@code too_many_assignments}.
     */
    public Assignment give(SiteHost host, NewAssignment wanted) {
        return Line.await(later.give(host, wanted));
    }

    /**
     * Confirms what was proposed in the caller's name. No app can.
     *
     * <p>Scope {@code site}. Problems: {@code not_found}, {@code forbidden}, {@code contested}, {@code opted_out}, {@code
     * too_many_assignments}.
     */
    public Assignment confirm(SiteHost host, AssignmentId assignment) {
        return Line.await(later.confirm(host, assignment));
    }

    /**
     * The pages are the site's again; what was given stays.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}, {@code forbidden}.
     */
    public void end(SiteHost host, AssignmentId assignment) {
        Line.await(later.end(host, assignment));
    }

    /**
     * Pages of others' sites that are the caller's, or are offered to the caller; the newest first.
     *
     * <p>Scope {@code thing} or {@code extendedread}.
     */
    public Stream<Assignment> mine() {
        return Page.stream(() -> later.mine());
    }

    /**
     * Agrees: from its day on the pages are the caller's. No app can.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public Assignment agree(AssignmentId assignment) {
        return Line.await(later.agree(assignment));
    }

    /**
     * Declines what is offered, or gives the pages back. No app can.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}.
     */
    public void decline(AssignmentId assignment) {
        Line.await(later.decline(assignment));
    }
}
