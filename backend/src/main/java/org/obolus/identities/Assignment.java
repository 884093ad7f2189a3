package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That certain pages of a site belong to somebody else than its owner, from a date until it is ended. */
public record Assignment(
        AssignmentId id,
        SiteHost site,
        AssignedPages pages,
        String username,
        Instant from,
        Instant askedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> agreedAt,
        Optional<Instant> beganAt) {

    /** What it waits for: the owner, the other account, its date, or nothing. */
    @Schema(name = "AssignmentState")
    public enum State {
        PROPOSED,
        ASKED,
        AGREED,
        IN_FORCE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Assignment of(Row row) {
        return new Assignment(
                new AssignmentId(row.getLong("id")),
                new SiteHost(row.getString("host")),
                new AssignedPages(AssignedPages.Kind.of(row.getString("kind")), row.getString("pattern")),
                row.getString("username"),
                row.getOffsetDateTime("from_at").toInstant(),
                row.getOffsetDateTime("asked_at").toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "agreed_at"),
                instant(row, "began_at"));
    }

    public State state() {
        if (beganAt.isPresent()) {
            return State.IN_FORCE;
        }
        if (confirmedAt.isEmpty()) {
            return State.PROPOSED;
        }
        return agreedAt.isEmpty() ? State.ASKED : State.AGREED;
    }

    /** Whether somebody who wants this has it: a day that was past when it was asked for is the same as none. */
    boolean isAsWanted(NewAssignment wanted) {
        var day = wanted.from().filter(askedAt::isBefore);
        return username.equalsIgnoreCase(wanted.username())
                && day.filter(other -> !other.equals(from)).isEmpty();
    }

    /** The pages as people write them: from the site's slash on, or the author. */
    public String written() {
        return pages.written(site);
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
