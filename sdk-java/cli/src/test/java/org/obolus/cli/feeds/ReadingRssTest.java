package org.obolus.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.cli.testing.ReadFeeds.item;
import static org.obolus.cli.testing.ReadFeeds.only;
import static org.obolus.cli.testing.ReadFeeds.posts;
import static org.obolus.cli.testing.ReadFeeds.rss;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.testing.ReadFeeds;

class ReadingRssTest {

    private static final String POST = "https://blog.example/bread";

    @TempDir
    Path folder;

    @Test
    void readsWhatAPostSaysAboutItself() {
        var feed = read(rss("<item><title>Bread that waits</title><link>" + POST + "</link><description>&lt;p&gt;Flour,"
                + " &lt;b&gt;water&lt;/b&gt;.&lt;/p&gt;</description><category>bread</category>"
                + "<category>Slow, food</category><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>"));

        var post = only(feed);

        assertThat(feed.kind()).isEqualTo(Kind.RSS);
        assertThat(feed.title()).contains("A blog");
        assertThat(feed.home()).contains(URI.create("https://blog.example/"));
        assertThat(post.url()).hasToString(POST);
        assertThat(post.title()).contains("Bread that waits");
        assertThat(post.description()).contains("Flour, water.");
        assertThat(post.language()).contains("en-gb");
        assertThat(post.tags()).containsExactly("bread", "Slow", "food");
    }

    @Test
    void keepsTheOrderOfManyItems() {
        var items = IntStream.range(0, 250)
                .mapToObj(nth -> nth == 130 ? "<item/>" : item("Post number " + nth, "https://blog.example/" + nth))
                .collect(Collectors.joining("\n"));

        var feed = read(rss(items));

        assertThat(feed.entries()).hasSize(250);
        assertThat(feed.entries().get(130).post()).isEmpty();
        assertThat(feed.entries().get(249).post().orElseThrow().title()).contains("Post number 249");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bread &amp; butter | Bread & butter",
                "&lt;em&gt;Bread&lt;/em&gt; | Bread",
                "<![CDATA[<b>Bread</b> &amp; butter]]> | Bread & butter",
                "Caf&eacute; &nbsp; &hellip; | Café …",
                "Salt & pepper | Salt & pepper",
                "AT&T | AT&T",
                "1 &lt; 2 | 1 < 2",
                "Bell\u0007&#7; rings | Bell rings",
                "<b>Bread</b> again | Bread again",
            })
    void makesPlainTextOfTitles(String written, String title) {
        assertThat(only(read(rss(item(written, POST)))).title()).contains(title);
    }

    @Test
    void takesTheTitleFromTheTextWhereThereIsNone() {
        var feed = read(rss("<item><link>" + POST + "</link><description>Only a thought.</description></item>"));

        assertThat(only(feed).title()).contains("Only a thought.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pubDate>yesterday</pubDate>",
                "<pubDate>Mon, 99 Foo 2026</pubDate>",
                "<pubDate/>",
                "<dc:date>no</dc:date>"
            })
    void doesNotMindWrongDates(String date) {
        assertThat(only(read(rss("<item><title>Bread</title><link>" + POST + "</link>" + date + "</item>")))
                        .url())
                .hasToString(POST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link>/bread</link> | https://blog.example/bread",
                "<link>bread?a=b&amp;c=d</link> | https://blog.example/bread?a=b&c=d",
                "<link>?p=7</link> | https://blog.example/?p=7",
                "<link>//other.example/x</link> | https://other.example/x",
                "<link> https://blog.example/a b </link> | https://blog.example/a%20b",
                "<link>https://blog.example/brot/ä</link> | https://blog.example/brot/%C3%A4",
                "<link>https://bücher.example/100%</link> | https://xn--bcher-kva.example/100%25",
                "<link></link><guid>https://blog.example/g</guid> | https://blog.example/g",
                "<guid isPermaLink=\"true\">https://blog.example/g</guid> | https://blog.example/g",
                "<link>https://blog.example/a#b#c</link> | https://blog.example/a#b%23c",
            })
    void findsTheLink(String link, String url) {
        assertThat(only(read(rss("<item><title>Bread</title>" + link + "</item>")))
                        .url())
                .hasToString(url);
    }

    @Test
    void keepsToTheBaseThatAnItemNames() {
        var feed = read("<rss version='2.0' xml:base='https://blog.example/en/'><channel><title>A</title>"
                + "<item xml:base='2026/'><title>Bread</title><link>bread</link></item>" + item("Butter", "butter")
                + "</channel></rss>");

        assertThat(posts(feed))
                .extracting(post -> post.url().toString())
                .containsExactly("https://blog.example/en/2026/bread", "https://blog.example/en/butter");
    }

    @Test
    void keepsThePageBeforeALinkThatIsAQueryAlone() {
        var feed = read("<rss version='2.0' xml:base='https://blog.example/index.php'><channel>" + item("Bread", "?p=7")
                + "</channel></rss>");

        assertThat(only(feed).url()).hasToString("https://blog.example/index.php?p=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<link>mailto:alice@blog.example</link>",
                "<link>javascript:alert(1)</link>",
                "<link>http:</link>"
            })
    void tellsWhichHasNoLink(String link) {
        var feed = read(rss("<item><title>Bread</title>" + link + "</item>" + item("Butter", POST)));

        assertThat(feed.entries().get(0).name()).isEqualTo("Bread");
        assertThat(feed.entries().get(0).trouble()).contains("no link");
        assertThat(posts(feed)).hasSize(1);
    }

    @Test
    void readsWhatIsBrokenInOneItemAndTheOthersAsTheyAre() {
        var feed = read(rss(item("Bread <br> and <i>salt", POST + "1") + item("Butter", POST + "2")
                + "<item><media:thumbnail url='x'/><content:encoded><![CDATA[Text]]></content:encoded><title>Milk</title><link>"
                + POST + "3</link></item>"));

        assertThat(posts(feed))
                .extracting(post -> post.url().toString())
                .containsExactly(POST + "1", POST + "2", POST + "3");
        assertThat(posts(feed).get(0).title())
                .hasValueSatisfying(title -> assertThat(title).contains("Bread", "salt"));
        assertThat(posts(feed).get(2).description()).contains("Text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel>%s</channel></rss>",
                "<rss version='0.91'><channel>%s</channel></rss>",
                "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>%s</channel></rss>",
                "<rss version='9'><channel></channel>%s</rss>",
                "\n\n<?xml version='1.0'?>\n<rss version='2.0'><channel>%s</channel></rss>\n<!-- made in 3 ms -->",
                "Warning: something in line 7\n<rss version='2.0'><channel>%s</channel></rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel><title>A</title></channel>%s</rdf:RDF>",
                "<!DOCTYPE rss [<!ENTITY bread 'x'>]><rss version='2.0'><channel>%s</channel></rss>",
            })
    void readsAllItsVersions(String around) {
        assertThat(only(read(around.formatted(item("Bread that waits", POST)))).title())
                .contains("Bread that waits");
    }

    @Test
    void opensNoFileThatAFeedNames() {
        var feed = read("<!DOCTYPE rss [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"
                + rss(item("Say &secret; now", POST)).substring(38));

        assertThat(only(feed).title()).contains("Say &secret; now");
    }

    @Test
    void growsByNothingThatIsNamedInsideOfItself() {
        var feed = read("<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                + rss(item("So &b;", POST)).substring(38));

        assertThat(only(feed).title()).contains("So &b;");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 150, 200, 250, 280})
    void refusesWhatIsCutOff(int length) {
        var whole = rss(item("Bread", POST) + item("Butter", POST + "2"));

        assertThatThrownBy(() -> read(whole.substring(0, length)))
                .isInstanceOf(FeedRefused.class)
                .hasMessageMatching(".*(cut off|no feed).*");
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> read(" \n ")).isInstanceOf(FeedRefused.class).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "<svg></svg>", "[1, 2]", "{\"a\": 1}", "PK\u0003\u0004"})
    void refusesWhatIsNoFeed(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FeedRefused.class).hasMessageContaining("no ");
    }

    @Test
    void namesTheFeedOfAWebPage() {
        assertThatThrownBy(() -> read("<!doctype html><html><head><link rel=alternate type='application/rss+xml'"
                        + " href='https://blog.example/feed'></head><body>Hello"))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("web page")
                .hasMessageContaining("https://blog.example/feed");
    }

    @Test
    void mentionsAHubAndGoesOn() {
        var feed = read(rss("<atom:link rel='hub' href='https://hub.example/'/>" + item("Bread", POST)));

        assertThat(posts(feed)).hasSize(1);
        assertThat(feed.notes()).anyMatch(note -> note.contains("hub"));
    }

    private Feed read(String text) {
        return ReadFeeds.of(folder, text);
    }
}
