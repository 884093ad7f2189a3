package org.obolus.cli.links;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Kind;
import org.obolus.client.AutoSubmitUrl;
import org.obolus.client.Flattrable;
import org.obolus.client.PaymentLink;

/**
 * The addresses at which the posts of somebody can be flattred, written where a build or a feed reader finds them.
 *
 * @param by whose posts they are; the server believes it of a page of that person's site
 */
public record PaymentLinks(URI server, String by, Set<URI> posts) {

    /** Does the writing. */
    @FunctionalInterface
    private interface Writing {
        void to(Writer out) throws IOException;
    }

    public String address(URI post) {
        return AutoSubmitUrl.of(server, thing(post)).toString();
    }

    PaymentLink element(URI post) {
        return PaymentLink.of(server, thing(post));
    }

    /**
     * Writes an object of JSON that has the payment link of each post by its address.
     *
     * @throws Stopped when the file cannot be written
     */
    public void json(Path file) {
        var links = new ObjectMapper().createObjectNode();
        posts.forEach(post -> links.put(post.toString(), address(post)));
        write(file, StandardCharsets.UTF_8, out -> out.write(links.toPrettyString() + "\n"));
    }

    /**
     * Writes the feed as it came, with a payment link in each post.
     *
     * @throws Stopped when its kind has no place for them, or the file cannot be written
     */
    public void into(Feed feed, Path file) {
        var entries = feed.entries();
        switch (feed.kind()) {
            case RSS, ATOM ->
                write(
                        file,
                        feed.document().charset(),
                        out -> new IntoXml(this, feed.kind(), entries).copy(feed.document(), out));
            case JSON ->
                write(file, StandardCharsets.UTF_8, out -> new IntoJson(this, entries).copy(feed.document(), out));
            default -> throw noPlace(feed.kind());
        }
    }

    /** @throws Stopped when there is no place for payment links in such a document */
    public static void requirePlace(Kind kind) {
        if (kind == Kind.SITEMAP || kind == Kind.SITEMAP_INDEX) {
            throw noPlace(kind);
        }
    }

    private static Stopped noPlace(Kind kind) {
        return new Stopped(
                Ending.WRONG_USE, "A " + kind + " has no place for payment links; --links writes them beside it.");
    }

    private Flattrable thing(URI post) {
        return Flattrable.at(post).by(by);
    }

    /** Whole or not at all: a build that reads the file meanwhile finds the one of before. */
    private static void write(Path file, Charset charset, Writing writing) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new");
            try {
                try (var out = new OutputStreamWriter(Files.newOutputStream(fresh), charset)) {
                    writing.to(out);
                }
                readableAsUsual(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException refused) {
            throw new Stopped(Ending.BAD_FILE, file + " cannot be written: " + refused.getMessage(), refused);
        }
    }

    /** Files that are made to be temporary are their owner's alone, and web servers could not read them. */
    private static void readableAsUsual(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
