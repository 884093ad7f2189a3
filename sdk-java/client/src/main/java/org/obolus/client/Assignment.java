package org.obolus.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That pages of a site belong to somebody else than its owner: one page, all below a path, or all of an author. Of these
 * three one is there.
 *
 * @param page from the site's slash on
 * @param path from the site's slash on; everything below it is meant
 * @param author as the site calls its author, in small letters
 * @param username to whom they are given
 * @param from the day before which it does not begin
 * @param confirmedAt when the site's owner confirmed it; nothing while an app has only proposed it
 * @param beganAt since when what is flattred there is the other's
 */
public record Assignment(
        AssignmentId id,
        SiteHost host,
        Optional<String> page,
        Optional<String> path,
        Optional<String> author,
        String username,
        State state,
        Instant from,
        Instant askedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> agreedAt,
        Optional<Instant> beganAt) {

    public Assignment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(from, "from");
    }

    /** What it waits for: the site's owner, the other account, its day, or nothing. */
    public enum State {
        PROPOSED,
        ASKED,
        AGREED,
        IN_FORCE,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
