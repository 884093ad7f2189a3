package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be flattred.
 *
 * @param identity who it belongs to, for example {@code site:blog.example}
 * @param owner the username of the account that has proven this identity
 */
public record Thing(
        ThingId id,
        URI url,
        Optional<String> title,
        Optional<String> description,
        Category category,
        Optional<String> language,
        List<String> tags,
        boolean hidden,
        String identity,
        Optional<String> owner,
        Instant createdAt,
        Instant updatedAt) {

    public Thing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(identity, "identity");
        tags = List.copyOf(tags);
    }
}
