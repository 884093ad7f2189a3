package org.obolus.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A contest about a site that is not decided, as an operator sees it.
 *
 * @param owner the username of whoever has proven the site
 * @param challenger the username of whoever says that it is theirs
 * @param waitsSince since when both show equally strong proofs, so that only an operator can decide
 */
public record Contest(
        SiteHost host, String owner, String challenger, Instant openedAt, Instant dueAt, Optional<Instant> waitsSince) {

    public Contest {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(challenger, "challenger");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
