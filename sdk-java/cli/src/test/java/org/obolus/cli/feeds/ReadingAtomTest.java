package org.obolus.cli.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.cli.testing.ReadFeeds.only;
import static org.obolus.cli.testing.ReadFeeds.posts;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.testing.ReadFeeds;

class ReadingAtomTest {

    private static final String NAMESPACE = " xmlns='http://www.w3.org/2005/Atom'";
    private static final String ENTRY =
            "<entry><title>Bread that waits</title><link rel='alternate' href='https://blog.example/bread'/>"
                    + "<updated>2026-11-02T10:00:00Z</updated></entry>";

    @TempDir
    Path folder;

    @Test
    void readsWhatAPostSaysAboutItself() {
        var feed = read("<feed" + NAMESPACE + " xml:lang='de'><title type='html'>A &lt;b&gt;blog&lt;/b&gt;</title>"
                + "<link rel='self' href='https://blog.example/feed.atom'/><link href='https://blog.example/'/>"
                + "<entry xml:lang='en'><title>Bread &lt;b&gt;</title><link rel='edit' href='https://blog.example/edit/1'/>"
                + "<link rel='alternate' href='/bread'/><summary type='html'>&lt;p&gt;Flour.&lt;/p&gt;</summary>"
                + "<category term='slow food'/><published>2026-11-02</published></entry>" + ENTRY + "</feed>");

        var post = posts(feed).get(0);

        assertThat(feed.kind()).isEqualTo(Kind.ATOM);
        assertThat(feed.title()).contains("A blog");
        assertThat(feed.home().orElseThrow()).hasToString("https://blog.example/");
        assertThat(feed.address().orElseThrow()).hasToString("https://blog.example/feed.atom");
        assertThat(post.url()).hasToString("https://blog.example/bread");
        assertThat(post.title()).contains("Bread <b>");
        assertThat(post.description()).contains("Flour.");
        assertThat(post.language()).contains("en");
        assertThat(post.tags()).containsExactly("slow food");
        assertThat(posts(feed).get(1).language()).contains("de");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type='text'| 1 &lt;b&gt; 2 | 1 <b> 2",
                "type='html'| 1 &lt;b&gt;and&lt;/b&gt; 2 | 1 and 2",
                "type='xhtml'| <div xmlns='http://www.w3.org/1999/xhtml'>1 <b>and</b> 2</div> | 1 and 2",
            })
    void takesTextsForWhatTheyAre(String type, String written, String title) {
        var entry =
                "<entry><title " + type + ">" + written + "</title><link href='https://blog.example/bread'/></entry>";

        assertThat(only(read("<feed" + NAMESPACE + ">" + entry + "</feed>")).title())
                .contains(title);
    }

    @Test
    void keepsToTheBasesThatAreNamed() {
        var feed = read("<feed" + NAMESPACE
                + " xml:base='https://blog.example/en/'><entry xml:base='2026/'><title>Bread</title>"
                + "<link href='bread'/></entry><entry><title>Butter</title><link href='../butter'/></entry></feed>");

        assertThat(posts(feed))
                .extracting(post -> post.url().toString())
                .containsExactly("https://blog.example/en/2026/bread", "https://blog.example/butter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed>%s</feed>",
                "<feed xmlns='http://example.org/nothing'>%s</feed>",
                "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>%s</feed>",
                "<?xml-stylesheet href='x.xsl'?><feed xmlns='http://www.w3.org/2005/Atom'><title>A & B</title>%s</feed>",
            })
    void readsAllItsVersions(String around) {
        assertThat(only(read(around.formatted(ENTRY))).title()).contains("Bread that waits");
    }

    @Test
    void readsElementsWithAPrefix() {
        var feed = read("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Bread</a:title>"
                + "<a:link href='https://blog.example/bread'/></a:entry></a:feed>");

        assertThat(only(feed).url()).hasToString("https://blog.example/bread");
    }

    @Test
    void isNotDisturbedByAnEntryThatQuotesItsSource() {
        var feed =
                read("<feed" + NAMESPACE + "><entry><source><id>x</id><title>Other</title></source><title>Bread</title>"
                        + "<link href='https://blog.example/bread'/></entry></feed>");

        assertThat(only(feed).title()).contains("Bread");
    }

    private Feed read(String text) {
        return ReadFeeds.of(folder, text);
    }
}
