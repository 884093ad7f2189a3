package org.obolus.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.cli.testing.ReadFeeds.item;
import static org.obolus.cli.testing.ReadFeeds.only;
import static org.obolus.cli.testing.ReadFeeds.posts;
import static org.obolus.cli.testing.ReadFeeds.rss;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.testing.LittleWeb;
import org.obolus.cli.testing.ReadFeeds;

class FetchingAFeedTest {

    private static final String FEED = rss(item("Bread that waits", "https://blog.example/bread"));

    @TempDir
    Path folder;

    private final LittleWeb web = new LittleWeb();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/rss+xml", "text/html", "application/octet-stream", "image/png"})
    void looksAtTheContentAndNotAtItsType(String type) {
        web.with("/feed.json", type, FEED);

        assertThat(read("/feed.json").kind()).isEqualTo(Kind.RSS);
    }

    @Test
    void unpacksWhatIsPackedWhetherItSaysSoOrNot() {
        var packed = LittleWeb.packed(FEED.getBytes(StandardCharsets.UTF_8));
        web.with("/said", visit -> LittleWeb.send(visit, 200, Map.of("Content-Encoding", "gzip"), packed));
        web.with("/silent.xml.gz", visit -> LittleWeb.send(visit, 200, Map.of(), packed));
        web.with(
                "/twice",
                visit -> LittleWeb.send(visit, 200, Map.of("Content-Encoding", "gzip"), LittleWeb.packed(packed)));

        assertThat(posts(read("/said"))).hasSize(1);
        assertThat(posts(read("/silent.xml.gz"))).hasSize(1);
        assertThat(posts(read("/twice"))).hasSize(1);
    }

    @Test
    void refusesWhatIsPackedAsNobodyAsked() {
        web.with("/feed", visit -> LittleWeb.send(visit, 200, Map.of("Content-Encoding", "br"), new byte[] {1, 2, 3}));

        refused("/feed", "packed with br");
    }

    @Test
    void refusesWhatUnpacksToMoreThanIsRead() {
        web.with("/bomb", visit -> LittleWeb.send(visit, 200, Map.of(), LittleWeb.packed(new byte[20_000_000])));

        refused("/bomb", "more than 3 MB");
    }

    @Test
    void saysWhereAFeedHasMovedForGood() {
        web.moved("/old", 301, "/newer").moved("/newer", 308, "newest").with("/newest", "text/xml", FEED);

        var feed = read("/old");

        assertThat(posts(feed)).hasSize(1);
        assertThat(feed.address()).contains(web.address("/newest"));
        assertThat(feed.notes())
                .singleElement()
                .asString()
                .contains("for good", web.address("/newest").toString());
    }

    @Test
    void followsToWhereAFeedIsForNowWithoutAWord() {
        web.moved("/old", 302, "/today").moved("/today", 301, "/new").with("/new", "text/xml", FEED);

        assertThat(read("/old").notes()).isEmpty();
    }

    @Test
    void givesUpWhereAddressesLeadInACircle() {
        web.moved("/a", 301, "/b").moved("/b", 301, "/a");

        refused("/a", "from one address to the next");
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "ftp://blog.example/feed", "''"})
    void isLedNowhereButToTheWeb(String target) {
        web.moved("/feed", 302, target);

        refused("/feed", "does not say where to");
    }

    @ParameterizedTest
    @CsvSource({"404, There is no feed", "410, There is no feed", "401, not open to everybody", "500, instead of a feed"
    })
    void saysWhyThereIsNoFeed(int status, String sentence) {
        web.with("/feed", visit -> LittleWeb.send(visit, status, Map.of(), new byte[0]));

        refused("/feed", sentence);
    }

    @Test
    void saysThatNobodyAnswers() {
        var address = web.address("/feed");
        web.close();

        assertThatThrownBy(() -> ReadFeeds.at(folder, address))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("nobody answers");
    }

    @Test
    void doesNotWaitForEverForTheRest() {
        var stuck = new CountDownLatch(1);
        web.with("/slow", visit -> {
            visit.sendResponseHeaders(200, 0);
            visit.getResponseBody().write(FEED.substring(0, 100).getBytes(StandardCharsets.UTF_8));
            visit.getResponseBody().flush();
            awaitEnd(stuck);
        });

        var limits = new Limits(1_000_000, 1, Duration.ofMillis(500));

        assertThatThrownBy(() -> ReadFeeds.at(folder, web.address("/slow"), limits))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("could not be read");
        stuck.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/xml; charset=utf-8, UTF-8",
        "ISO-8859-1, text/xml; charset=iso-8859-1, UTF-8",
        "ISO-8859-1, text/xml, ISO-8859-1",
        "windows-1252, text/xml, UTF-8",
        "UTF-8, text/xml; charset=iso-latin-99, UTF-8",
        "UTF-16, application/xml, UTF-16",
        "UTF-16LE, application/xml, UTF-16",
        "UTF-8, text/xml; charset=us-ascii, ISO-8859-1",
        "Shift_JIS, text/xml, Shift_JIS"
    })
    void findsOutTheCharset(String real, String type, String declared) {
        var title = real.equals("Shift_JIS") ? "パンの話です" : "Grüße aus der Küche";
        var text = rss(item(title, "https://blog.example/bread")).replace("UTF-8", declared);
        web.with(
                "/feed",
                visit ->
                        LittleWeb.send(visit, 200, Map.of("Content-Type", type), text.getBytes(Charset.forName(real))));

        if (!declared.equals("ISO-8859-1") || !real.equals("UTF-8")) {
            assertThat(only(read("/feed")).title()).contains(title);
        } else {
            assertThat(posts(read("/feed"))).hasSize(1);
        }
    }

    @Test
    void readsAFeedPageByPage() {
        web.with("/1", "text/xml", page("one", "<atom:link rel='next' href='/2'/>"));
        web.with("/2", "text/xml", page("two", "<atom:link rel='next' href='/3'/>"));
        web.with("/3", "text/xml", page("three", "<atom:link rel='next' href='/1'/>"));

        assertThat(posts(read("/1")))
                .extracting(post -> post.title().orElseThrow())
                .containsExactly("Post one", "Post two", "Post three");
    }

    @Test
    void readsAJsonFeedPageByPage() {
        web.with("/1", "text/x", "{\"next_url\": \"/2\", \"items\": [{\"url\": \"/a\"}]}");
        web.with("/2", "text/x", "{\"items\": [{\"url\": \"/b\"}]}");

        assertThat(posts(read("/1")))
                .extracting(post -> post.url())
                .containsExactly(web.address("/a"), web.address("/b"));
    }

    @Test
    void readsTheSitemapsOfAnIndex() {
        web.with(
                "/sitemap.xml",
                "text/xml",
                "<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc>"
                        + "</sitemap></sitemapindex>");
        web.with("/a.xml", "text/xml", "<urlset><url><loc>/a</loc></url></urlset>");
        web.with("/b.xml", "text/xml", "<urlset><url><loc>/b</loc></url></urlset>");

        assertThat(posts(read("/sitemap.xml")))
                .extracting(post -> post.url())
                .containsExactly(web.address("/a"), web.address("/b"));
    }

    @Test
    void stopsSomewhereInAFeedWithoutAnEnd() {
        for (var page = 1; page < 20; page++) {
            web.with(
                    "/" + page,
                    "text/xml",
                    page("number " + page, "<atom:link rel='next' href='/" + (page + 1) + "'/>"));
        }

        var feed = read("/1");

        assertThat(posts(feed)).hasSize(5);
        assertThat(feed.notes()).anyMatch(note -> note.contains("was not read"));
    }

    private static String page(String number, String link) {
        return rss(link + item("Post " + number, "https://blog.example/" + number.replace(' ', '-')))
                .replace("<rss ", "<rss xmlns:atom='http://www.w3.org/2005/Atom' ");
    }

    private void refused(String path, String sentence) {
        assertThatThrownBy(() -> read(path)).isInstanceOf(FeedRefused.class).hasMessageContaining(sentence);
    }

    private Feed read(String path) {
        return ReadFeeds.at(folder, web.address(path));
    }

    private static void awaitEnd(CountDownLatch stuck) {
        try {
            stuck.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
