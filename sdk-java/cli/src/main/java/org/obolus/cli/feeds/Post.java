package org.obolus.cli.feeds;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a feed says about one post, as plain text.
 *
 * @param language as the feed writes it, for example {@code en-us}
 */
public record Post(
        URI url, Optional<String> title, Optional<String> description, Optional<String> language, List<String> tags) {

    public Post {
        Objects.requireNonNull(url, "url");
        tags = List.copyOf(tags);
    }

    Post in(Optional<String> fallback) {
        return new Post(url, title, description, language.or(() -> fallback), tags);
    }
}
