package org.obolus.identities;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.obolus.problems.Unacceptable;

/**
 * What somebody sends to give pages away, before it is read: one of page, path and author, to whom, and from when.
 *
 * @param from a day (its start in UTC) or an instant, both as RFC 3339 has them; empty for at once
 */
public record WantedAssignment(String page, String path, String author, String username, String from) {

    /** @throws Unacceptable.Invalid that names the first field that is not acceptable */
    public NewAssignment on(SiteHost site, boolean isConfirmed) {
        return new NewAssignment(pages(site), name(), instant(), isConfirmed);
    }

    private AssignedPages pages(SiteHost site) {
        if (Stream.of(page, path, author).filter(Objects::nonNull).count() != 1) {
            throw new Unacceptable.Invalid("page", "Say which pages, by one of page, path and author.");
        }
        if (author != null) {
            return AssignedPages.author(author);
        }
        return page == null ? AssignedPages.path(site, path) : AssignedPages.page(site, page);
    }

    private String name() {
        if (username == null || username.isBlank()) {
            throw new Unacceptable.Invalid("username", "Say to whom, by the name that they have here.");
        }
        return username.strip();
    }

    private Optional<Instant> instant() {
        if (from == null || from.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    from.strip().length() == 10
                            ? LocalDate.parse(from.strip()).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(from.strip()));
        } catch (DateTimeException unreadable) {
            throw new Unacceptable.Invalid("from", "Write the day like 2026-12-31.");
        }
    }
}
