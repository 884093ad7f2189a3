package org.obolus.identities;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A contest that is not decided, by the usernames of those who say that the identity is theirs.
 *
 * @param shown the identity as people name it
 */
public record OpenContest(
        IdentityName identity,
        String shown,
        String owner,
        String challenger,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> waitsSince) {

    static OpenContest of(Row row) {
        return new OpenContest(
                new IdentityName(row.getString("name")),
                row.getString("called"),
                row.getString("owner"),
                row.getString("challenger"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("waits_since")).map(OffsetDateTime::toInstant));
    }
}
