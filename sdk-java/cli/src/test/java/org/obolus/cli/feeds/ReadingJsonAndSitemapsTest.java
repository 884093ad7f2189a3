package org.obolus.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.cli.testing.ReadFeeds.only;
import static org.obolus.cli.testing.ReadFeeds.posts;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.testing.ReadFeeds;

class ReadingJsonAndSitemapsTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatAPostOfAJsonFeedSaysAboutItself() {
        var feed =
                read("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A blog\", \"language\": \"sv\","
                        + " \"home_page_url\": \"https://blog.example/\", \"hubs\": [{\"type\": \"x\"}], \"items\": [{\"id\": 7,"
                        + " \"url\": \"/bread\", \"title\": \"Bread <waits>\", \"content_html\": \"<p>Flour.</p>\","
                        + " \"tags\": [\"bread\", 3, \"Bread\"], \"date_published\": \"yesterday\"}]}");

        var post = only(feed);

        assertThat(feed.kind()).isEqualTo(Kind.JSON);
        assertThat(feed.notes()).anyMatch(note -> note.contains("hub"));
        assertThat(post.url()).hasToString("https://blog.example/bread");
        assertThat(post.title()).contains("Bread <waits>");
        assertThat(post.description()).contains("Flour.");
        assertThat(post.language()).contains("sv");
        assertThat(post.tags()).containsExactly("bread");
    }

    @Test
    void takesTheIdentityForTheAddressWhereItIsOne() {
        var feed = read(
                "{\"items\": [{\"id\": \"https://blog.example/a\", \"content_text\": \"A thought.\"}, {\"id\": \"b\"}, 5]}");

        assertThat(posts(feed))
                .singleElement()
                .satisfies(post -> assertThat(post.title()).contains("A thought."));
        assertThat(feed.entries()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\"",
                "{\"items\": [{\"id\": tru}]}",
                "{\"items\": [}",
                "{\"items\": \"none\"}",
                "{",
            })
    void refusesJsonThatIsBroken(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FeedRefused.class);
    }

    @Test
    void readsASitemap() {
        var feed = read("<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://blog.example/a?b=1&c=2</loc>"
                + "<lastmod>some day</lastmod></url><url><loc> https://blog.example/b </loc><news:news><news:publication>"
                + "<news:language>de</news:language></news:publication><news:title>Brot</news:title></news:news></url>"
                + "<url><loc>here</loc></url></urlset>");

        assertThat(feed.kind()).isEqualTo(Kind.SITEMAP);
        assertThat(posts(feed))
                .extracting(post -> post.url().toString())
                .containsExactly("https://blog.example/a?b=1&c=2", "https://blog.example/b");
        assertThat(posts(feed).get(0).title()).isEmpty();
        assertThat(posts(feed).get(1).title()).contains("Brot");
        assertThat(posts(feed).get(1).language()).contains("de");
        assertThat(feed.entries().get(2).name()).isEqualTo("here");
    }

    @Test
    void refusesASitemapThatIsCutOff() {
        assertThatThrownBy(() -> read("<urlset><url><loc>https://blog.example/a</loc></url><url><loc>https"))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("cut off");
    }

    private Feed read(String text) {
        return ReadFeeds.of(folder, text);
    }
}
