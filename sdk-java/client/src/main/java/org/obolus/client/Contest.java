package org.obolus.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A contest that is not decided, as an operator sees it.
 *
 * @param identity what it is about, {@code site:blog.example} or {@code github:user:id:4711}
 * @param shown the same as people name it
 * @param host where it is about a site
 * @param owner the username of whoever has it
 * @param challenger the username of whoever says that it is theirs
 * @param waitsSince since when both show equally strong proofs, so that only an operator can decide
 */
public record Contest(
        String identity,
        String shown,
        Optional<SiteHost> host,
        String owner,
        String challenger,
        Instant openedAt,
        Instant dueAt,
        Optional<Instant> waitsSince) {

    public Contest {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(challenger, "challenger");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
