package org.obolus.cli.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.cli.feeds.Post;

/** What a post is recognised by: as long as this is the same, nothing that a server is told has changed. */
final class Print {

    private static final int ENOUGH = 12;

    private Print() {}

    static String of(Post post, Wanted wanted) {
        var parts = Stream.of(
                post.title(),
                post.description(),
                post.language(),
                java.util.Optional.of(String.join(",", post.tags())),
                wanted.category().map(Object::toString),
                java.util.Optional.of(wanted.hidden()));
        var text = parts.map(part -> part.map(said -> "+" + said).orElse("-")).collect(Collectors.joining("\0"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hash(text))
                .substring(0, ENOUGH);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
