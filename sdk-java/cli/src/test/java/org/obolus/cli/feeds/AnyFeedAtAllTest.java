package org.obolus.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obolus.cli.testing.ReadFeeds;

/** Whatever becomes of a feed on its way, what comes out is posts or a sentence. */
class AnyFeedAtAllTest {

    private static final int TRIES = 250;
    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "&",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<!DOCTYPE x [",
            "<?",
            "\"",
            "'",
            "<item>",
            "</item>",
            "<entry>",
            "</channel>",
            "&#xD800;",
            "&#0;",
            "\u0000",
            "{",
            "}",
            "[",
            "]",
            ",",
            "null",
            "\\u",
            "xmlns:a='b' ",
            "xml:base='::' ",
            "http://[",
            "%",
            "\uFEFF",
            "<x:y/>",
            "&lol;",
            "<title>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("feeds")
    void isPostsOrASentence(String feed) {
        var random = new Random(feed.hashCode());

        for (var nth = 0; nth < TRIES; nth++) {
            var hurt = hurt(feed.getBytes(StandardCharsets.UTF_8), random);
            assertThat(outcome(hurt))
                    .as(new String(hurt, StandardCharsets.UTF_8))
                    .isNotBlank();
        }
    }

    static List<String> feeds() {
        var item =
                "<title>A &lt;b&gt;title&lt;/b&gt;</title><link>https://blog.example/%d</link><category>tag</category>"
                        + "<description><![CDATA[<p>Text &amp; more</p>]]></description>";
        return List.of(
                ReadFeeds.rss("<item>" + item.formatted(1) + "</item>\n<item xml:base='/x/'>" + item.formatted(2)
                        + "</item>"),
                "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><title type='html'>B</title>"
                        + "<link href='https://blog.example/1'/></entry><entry><title>C</title><link href='2'/></entry></feed>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"url\": \"https://blog.example/1\","
                        + " \"title\": \"A\", \"tags\": [\"a\", \"b\"]}, {\"id\": 2}]}",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://blog.example/1</loc></url></urlset>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel rdf:about='x'><title>A</title></channel><item>" + item.formatted(1)
                        + "</item></rdf:RDF>");
    }

    /** Anything thrown but a refusal is a defect, and fails the test by itself. */
    private String outcome(byte[] feed) {
        try {
            return ReadFeeds.of(folder, feed).kind() + "";
        } catch (FeedRefused refused) {
            return refused.getMessage();
        }
    }

    private static byte[] hurt(byte[] feed, Random random) {
        var hurt = feed;
        for (var wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            hurt = wounded(hurt, random);
        }
        return hurt;
    }

    private static byte[] wounded(byte[] feed, Random random) {
        var from = random.nextInt(feed.length + 1);
        var to = Math.min(feed.length, from + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(feed, Math.max(1, from));
            case 1 -> joined(feed, from, new byte[0], to);
            case 2 -> joined(feed, from, Arrays.copyOfRange(feed, from, to), from);
            case 3 -> joined(feed, from, new byte[] {(byte) random.nextInt(256)}, Math.min(feed.length, from + 1));
            default ->
                joined(
                        feed,
                        from,
                        SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8),
                        from);
        };
    }

    private static byte[] joined(byte[] feed, int until, byte[] between, int from) {
        var joined = Arrays.copyOf(feed, until + between.length + feed.length - from);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(feed, from, joined, until + between.length, feed.length - from);
        return joined.length == 0 ? new byte[] {' '} : joined;
    }
}
