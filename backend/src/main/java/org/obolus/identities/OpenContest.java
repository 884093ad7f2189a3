package org.obolus.identities;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A contest that is not decided, by the usernames of those who say that the site is theirs. */
public record OpenContest(
        SiteHost site, String owner, String challenger, Instant openedAt, Instant dueAt, Optional<Instant> waitsSince) {

    static OpenContest of(Row row) {
        return new OpenContest(
                new SiteHost(row.getString("host")),
                row.getString("owner"),
                row.getString("challenger"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("waits_since")).map(OffsetDateTime::toInstant));
    }
}
