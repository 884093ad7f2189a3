package org.obolus.identities;

import java.time.Instant;

/**
 * An assignment as it goes over the wire: of page, path and author one is given, the others are null.
 *
 * @param username to whom the pages are given
 */
record AssignmentView(
        AssignmentId id,
        SiteHost host,
        String page,
        String path,
        String author,
        String username,
        Assignment.State state,
        Instant from,
        Instant askedAt,
        Instant confirmedAt,
        Instant agreedAt,
        Instant beganAt) {

    static AssignmentView of(Assignment one) {
        return new AssignmentView(
                one.id(),
                one.site(),
                written(one, AssignedPages.Kind.PAGE),
                written(one, AssignedPages.Kind.PATH),
                written(one, AssignedPages.Kind.AUTHOR),
                one.username(),
                one.state(),
                one.from(),
                one.askedAt(),
                one.confirmedAt().orElse(null),
                one.agreedAt().orElse(null),
                one.beganAt().orElse(null));
    }

    private static String written(Assignment one, AssignedPages.Kind kind) {
        return one.pages().kind() == kind ? one.written() : null;
    }
}
