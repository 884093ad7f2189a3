package org.obolus.cli.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.cli.testing.ReadFeeds.posts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.endings.Stopped;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Post;
import org.obolus.cli.testing.ReadFeeds;

class WritingPaymentLinksTest {

    private static final URI SERVER = URI.create("https://obolus.example");
    private static final String LINK = " rel=\"payment\" type=\"text/html\""
            + " href=\"https://obolus.example/submit/auto?user_id=alice&amp;url=https%3A%2F%2Fblog.example%2Fa\"/>";
    private static final String RSS = "<?xml version='1.0'?>\n<?xml-stylesheet href='feed.xsl'?>\n<!-- ours -->\n"
            + "<rss version='2.0'>\n<channel><title>A &amp; B</title>\n<item ><title><![CDATA[</item> & more]]></title>"
            + "<link>https://blog.example/a</link><odd:thing xmlns:odd='x'/>  </item >\n<item><title>No link</title></item>\n"
            + "</channel>\n</rss>\n<!-- end -->";

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("out/feed.xml");
    }

    @Test
    void addsToRssNothingButTheLinks() throws IOException {
        var written = into(ReadFeeds.of(folder, RSS));

        assertThat(written)
                .isEqualTo(RSS.replace(
                                "<rss version='2.0'>", "<rss version='2.0' xmlns:atom=\"http://www.w3.org/2005/Atom\">")
                        .replace("  </item >", "  <atom:link" + LINK + "</item >"));
    }

    @Test
    void writesTheSameWhenItIsWrittenAgain() throws IOException {
        var once = into(ReadFeeds.of(folder, RSS));

        var twice = into(ReadFeeds.of(folder, once));

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void bindsThePrefixAgainWhereAFeedUsesItForSomethingElse() throws IOException {
        var feed = RSS.replace("<rss ", "<rss xmlns:atom='urn:other' ");

        assertThat(into(ReadFeeds.of(folder, feed)))
                .contains("<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\"" + LINK)
                .contains("<rss xmlns:atom='urn:other' version='2.0'>");
    }

    @Test
    void addsToAtomWithItsOwnPrefix() throws IOException {
        var feed = "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Bread</a:title>"
                + "<a:link href='https://blog.example/a'/></a:entry></a:feed>";

        assertThat(into(ReadFeeds.of(folder, feed)))
                .isEqualTo(feed.replace("</a:entry>", "<a:link" + LINK + "</a:entry>"));
        assertThat(into(ReadFeeds.of(folder, feed.replace("a:", "").replace(":a=", "="))))
                .contains("<link" + LINK + "</entry>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-8"})
    void keepsTheCharset(String charset) throws IOException {
        var feed = RSS.replace("version='1.0'", "version='1.0' encoding='" + charset + "'")
                .replace("more", "Brötchen");

        into(ReadFeeds.of(folder, feed.getBytes(Charset.forName(charset))));

        assertThat(Files.readString(file, Charset.forName(charset))).contains("Brötchen", LINK);
        assertThat(posts(ReadFeeds.at(folder, file)).get(0).title()).contains("& Brötchen");
    }

    @Test
    void addsToAJsonFeedWhatHasAPlaceThere() throws IOException {
        var feed =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"_mine\": {\"a\": 1.50, \"b\": 12345678901234567890},"
                        + " \"items\": [{\"url\": \"https://blog.example/a\", \"title\": \"Bröt\"}, {\"id\": 1}]}";

        var written = new ObjectMapper().readTree(into(ReadFeeds.of(folder, feed)));

        assertThat(written.at("/items/0/_obolus/payment_url").asText())
                .isEqualTo("https://obolus.example/submit/auto?user_id=alice&url=https%3A%2F%2Fblog.example%2Fa");
        assertThat(written.at("/items/1").size()).isEqualTo(1);
        assertThat(written.at("/items/0/title").asText()).isEqualTo("Bröt");
        assertThat(Files.readString(file)).contains("1.50", "12345678901234567890");
    }

    @Test
    void hasNoPlaceInASitemap() {
        var sitemap = ReadFeeds.of(folder, "<urlset><url><loc>https://blog.example/a</loc></url></urlset>");

        assertThatThrownBy(() -> links(sitemap).into(sitemap, file))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("no place for payment links");
        assertThat(file).doesNotExist();
    }

    @Test
    void writesThemByAddressForBuilds() throws IOException {
        var feed = ReadFeeds.of(folder, RSS);

        links(feed).json(file);

        var written = new ObjectMapper().readTree(Files.readString(file));
        assertThat(written.size()).isEqualTo(1);
        assertThat(written.path("https://blog.example/a").asText()).startsWith("https://obolus.example/submit/auto?");
    }

    @Test
    void saysThatAFileCannotBeWritten() throws IOException {
        var feed = ReadFeeds.of(folder, RSS);
        Files.writeString(folder.resolve("out"), "in the way");

        assertThatThrownBy(() -> links(feed).json(file))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("cannot be written");
    }

    private String into(Feed feed) throws IOException {
        links(feed).into(feed, file);
        return Files.readString(
                file,
                StandardCharsets.UTF_8.equals(feed.document().charset())
                        ? StandardCharsets.UTF_8
                        : StandardCharsets.ISO_8859_1);
    }

    private static PaymentLinks links(Feed feed) {
        return new PaymentLinks(
                SERVER, "alice", posts(feed).stream().map(Post::url).collect(Collectors.toSet()));
    }
}
