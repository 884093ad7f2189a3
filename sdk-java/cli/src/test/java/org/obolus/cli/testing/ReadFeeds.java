package org.obolus.cli.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.obolus.cli.endings.Progress;
import org.obolus.cli.feeds.Entry;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Feeds;
import org.obolus.cli.feeds.Limits;
import org.obolus.cli.feeds.Post;

/** Reads feeds that tests write. */
public final class ReadFeeds {

    private static final Limits SMALL = new Limits(4_000_000, 5, Duration.ofSeconds(20));

    private ReadFeeds() {}

    public static Feed of(Path folder, String text) {
        return of(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Feed of(Path folder, byte[] bytes) {
        return new Feeds(SMALL, folder, Progress.NOBODY).read("-", Optional.empty(), new ByteArrayInputStream(bytes));
    }

    public static Feed at(Path folder, Object address) {
        return at(folder, address, SMALL);
    }

    public static Feed at(Path folder, Object address, Limits limits) {
        return new Feeds(limits, folder, Progress.NOBODY)
                .read(address.toString(), Optional.empty(), InputStream.nullInputStream());
    }

    public static List<Post> posts(Feed feed) {
        return feed.entries().stream()
                .map(Entry::post)
                .flatMap(Optional::stream)
                .toList();
    }

    public static Post only(Feed feed) {
        if (feed.entries().size() != 1) {
            throw new AssertionError("One entry was expected: " + feed.entries());
        }
        return feed.entries()
                .get(0)
                .post()
                .orElseThrow(() -> new AssertionError(feed.entries().toString()));
    }

    public static String rss(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>A blog</title>"
                + "<link>https://blog.example/</link><language>en-gb</language>" + items + "</channel></rss>";
    }

    public static String item(String title, String link) {
        return "<item><title>" + title + "</title><link>" + link + "</link></item>";
    }
}
