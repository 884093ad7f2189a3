package org.obolus.cli.feeds;

import java.util.Optional;

/**
 * One entry of a feed, in its order: a post, or what keeps it from being one.
 *
 * @param name what people find it by, where it is no post
 */
public record Entry(String name, Optional<Post> post, String trouble) {

    static Entry of(Post post) {
        return new Entry(post.url().toString(), Optional.of(post), "");
    }

    static Entry broken(String name, String trouble) {
        return new Entry(name, Optional.empty(), trouble);
    }

    Entry in(Optional<String> language) {
        return post.isEmpty() ? this : new Entry(name, post.map(known -> known.in(language)), trouble);
    }
}
