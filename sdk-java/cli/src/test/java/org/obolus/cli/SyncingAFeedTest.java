package org.obolus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obolus.cli.testing.ReadFeeds.item;
import static org.obolus.cli.testing.ReadFeeds.rss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.cli.testing.PlayedServer;
import org.obolus.cli.testing.Shell;

class SyncingAFeedTest {

    private static final String BREAD = "https://blog.example/bread";

    @TempDir
    Path folder;

    private final PlayedServer server = new PlayedServer();
    private Path feed;
    private Shell shell;

    @BeforeEach
    void begin() {
        feed = folder.resolve("feed");
        shell = new Shell(folder).with("OBOLUS_SERVER", server.address()).with("OBOLUS_TOKEN", "secret-token");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void registersItsPosts() throws IOException {
        write("<item><title>Bread that waits</title><link>" + BREAD + "</link><description>Flour, water.</description>"
                + "<category>bread</category></item>");

        var ending = shell.run("sync", feed, "--category", "text", "--hidden");

        assertThat(ending).isZero();
        assertThat(shell.said()).isEqualTo("RSS feed: 1 registered.\n");
        var thing = server.things().get(BREAD);
        assertThat(thing.path("title").asText()).isEqualTo("Bread that waits");
        assertThat(thing.path("description").asText()).isEqualTo("Flour, water.");
        assertThat(thing.path("language").asText()).isEqualTo("en_GB");
        assertThat(thing.path("tags").get(0).asText()).isEqualTo("bread");
        assertThat(thing.path("category").asText()).isEqualTo("text");
        assertThat(thing.path("hidden").asBoolean()).isTrue();
    }

    @Test
    void sendsNothingTheSecondTime() throws IOException {
        write(posts(1, 1200));
        shell.run("sync", feed);
        assertThat(server.batches()).containsExactlyInAnyOrder(500, 500, 200);
        server.web().visits().clear();

        var ending = shell.run("sync", feed, "--links", folder.resolve("links.json"));

        assertThat(ending).isZero();
        assertThat(shell.said()).contains("1200 not changed");
        assertThat(server.web().visits()).isEmpty();
        assertThat(folder.resolve("links.json")).content().contains("user_id=alice");
    }

    @Test
    void sendsOnlyWhatHasChanged() throws IOException {
        write(posts(1, 10));
        shell.run("sync", feed);
        write(posts(1, 10).replace("Post number 3<", "Post number three<") + item("One more post", BREAD));
        server.forgetBatches();

        shell.run("sync", feed);

        assertThat(server.batches()).containsExactly(2);
        assertThat(shell.said()).isEqualTo("RSS feed: 1 registered, 1 changed, 9 not changed.\n");
    }

    @Test
    void sendsEverythingAgainToSomebodyElse() throws IOException {
        write(posts(1, 3));
        shell.run("sync", feed, "--state", folder.resolve("state"));
        server.forgetBatches();

        shell.with("OBOLUS_TOKEN", "another-token").run("sync", feed, "--state", folder.resolve("state"));

        assertThat(server.batches()).containsExactly(3);
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        write(posts(1, 5000));
        server.answersOnly(4);
        assertThat(shell.run("sync", feed)).isEqualTo(1);
        assertThat(shell.noted()).contains("Not any more.");
        server.answersOnly(Integer.MAX_VALUE);

        var ending = shell.run("sync", feed);

        assertThat(ending).isZero();
        assertThat(server.batches()).hasSize(10);
        assertThat(server.things()).hasSize(5000);
    }

    @Test
    void goesOnAfterALineThatWasCutOff() throws IOException {
        write(posts(1, 3));
        var state = folder.resolve("state");
        shell.run("sync", feed, "--state", state);
        Files.writeString(state, Files.readString(state).replaceFirst("[^\\n]{20}\\n$", ""));
        server.forgetBatches();

        shell.run("sync", feed, "--state", state);
        shell.run("sync", feed, "--state", state);

        assertThat(server.batches()).containsExactly(1);
    }

    @Test
    void tellsWhatTheServerRefusesAndGoesOn() throws IOException {
        write(item("A good one", BREAD) + item("A bad one", "https://blog.example/refused")
                + "<item><title>No link</title></item>");

        var ending = shell.run("sync", feed, "--json");

        assertThat(ending).isEqualTo(1);
        assertThat(shell.document().at("/counts/created").asInt()).isEqualTo(1);
        assertThat(shell.document().at("/counts/refused").asInt()).isEqualTo(2);
        assertThat(shell.document().path("posts").findValuesAsText("detail"))
                .anyMatch(detail -> detail.equals("This one is not taken."));
        assertThat(shell.noted())
                .contains("https://blog.example/refused: This one is not taken.", "No link: It has no link");
    }

    @Test
    void triesAgainWhatWasRefused() throws IOException {
        write(item("A bad one", "https://blog.example/refused"));
        shell.run("sync", feed);

        shell.run("sync", feed);

        assertThat(server.batches()).containsExactly(1, 1);
    }

    @Test
    void skipsPostsOfOtherSitesAndTwins() throws IOException {
        write(item("Mine at home", "https://www.blog.example/a")
                + item("Elsewhere", "https://other.example/b")
                + item("Again the same", "https://www.blog.example/a"));

        var ending = shell.run("sync", feed);

        assertThat(ending).isZero();
        assertThat(shell.said()).contains("1 registered, 2 skipped");
        assertThat(shell.noted()).contains("https://other.example/b: It is on another site", "has it twice");
        shell.run("sync", feed, "--other-sites");
        assertThat(server.things()).containsKey("https://other.example/b");
    }

    @Test
    void tellsThatASiteIsNotProvenAndSendsTheTextsAgainWhenItIs() throws IOException {
        write(posts(1, 2));
        server.ownedByNobody();
        shell.run("sync", feed);
        assertThat(shell.noted()).contains("not proven to be yours");
        assertThat(shell.said()).contains("2 registered without their texts");
        server.ownedByAlice();

        shell.run("sync", feed);

        assertThat(server.batches()).containsExactly(2, 2);
    }

    @Test
    void keepsWhatIsGoneUnlessItIsToldOtherwise() throws IOException {
        write(posts(1, 3));
        shell.run("sync", feed);
        write(posts(1, 2));

        shell.run("sync", feed);
        assertThat(shell.noted()).contains("1 that were synced before are not in the feed any more");
        assertThat(server.things()).hasSize(3);
        shell.run("sync", feed, "--remove");
        assertThat(shell.said()).contains("1 taken away");
        assertThat(server.things()).hasSize(2);
        shell.run("sync", feed);
        assertThat(shell.noted()).isEmpty();
    }

    @Test
    void removesNothingForAFeedThatIsEmpty() throws IOException {
        write(posts(1, 3));
        shell.run("sync", feed);
        write("");

        shell.run("sync", feed, "--remove");

        assertThat(server.things()).hasSize(3);
    }

    @Test
    void onlyTellsWhatItWouldDo() throws IOException {
        write(posts(1, 3));

        var ending = shell.run("sync", feed, "--dry-run", "--into", folder.resolve("new.xml"));

        assertThat(ending).isZero();
        assertThat(shell.said()).contains("3 to be sent");
        assertThat(server.web().visits()).isEmpty();
        assertThat(folder.resolve("new.xml")).doesNotExist();
    }

    @Test
    void writesPaymentLinksIntoTheFeedItself() throws IOException {
        write(posts(1, 2));

        shell.run("sync", feed, "--into", feed);
        var once = Files.readString(feed);
        shell.run("sync", feed, "--into", feed);

        assertThat(once).contains("/submit/auto?user_id=alice&amp;url=https%3A%2F%2Fblog.example%2F1");
        assertThat(Files.readString(feed)).isEqualTo(once);
        assertThat(server.batches()).containsExactly(2);
    }

    @Test
    void readsWhatComesIn() {
        shell.typing(rss(item("Bread that waits", BREAD))).run("sync", "-");

        assertThat(server.things()).containsKey(BREAD);
    }

    @ParameterizedTest
    @CsvSource({
        "<b>, &lt;b>",
        "Use of <b> in HTML, Use of &lt;b> in HTML",
        "AT&T or R&D, AT&amp;T or R&amp;D",
        "Bread & butter, Bread & butter",
        "1 < 2 is so, 1 < 2 is so",
    })
    void saysTextSoThatTheServerReadsIt(String title, String sent) throws IOException {
        write(item("<![CDATA[" + title.replace("&", "&amp;").replace("<", "&lt;") + "]]>", BREAD));

        shell.run("sync", feed);

        assertThat(server.things().get(BREAD).path("title").asText()).isEqualTo(sent.length() < 5 ? "" : sent);
    }

    @Test
    void cutsLongTextsWithinTheirLimits() throws IOException {
        write("<item><title>" + "Q&amp;amp;A ".repeat(60) + "</title><link>" + BREAD + "</link><description>"
                + "word &lt;br&gt; ".repeat(900) + "</description></item>");

        assertThat(shell.run("sync", feed)).isZero();

        var thing = server.things().get(BREAD);
        assertThat(thing.path("title").asText().length()).isBetween(60, 100);
        assertThat(thing.path("description").asText().length()).isBetween(900, 1000);
    }

    @Test
    void refusesASecondSyncAtTheSameTime() throws IOException {
        write(posts(1, 1));
        var state = folder.resolve("state");
        try (var channel = java.nio.channels.FileChannel.open(
                state, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.lock();

            assertThat(shell.run("sync", feed, "--state", state)).isEqualTo(7);
        }
        assertThat(shell.noted()).contains("Another sync of this feed is at work");
    }

    @Test
    void saysNothingOfTheToken() throws IOException {
        write(posts(1, 1));

        shell.run("sync", feed, "--json", "--state", folder.resolve("state"));

        assertThat(shell.said() + shell.noted() + Files.readString(folder.resolve("state")))
                .doesNotContain("secret-token");
    }

    @Test
    void showsHowFarItIsOnATerminalOnly() throws IOException {
        write(posts(1, 600));

        shell.run("sync", feed);
        assertThat(shell.noted()).isEmpty();
        shell.atATerminal().run("sync", feed, "--state", folder.resolve("other"));
        assertThat(shell.noted()).contains("registering [", "100 %");
        shell.run("sync", feed, "--state", folder.resolve("third"), "--quiet");
        assertThat(shell.noted()).isEmpty();
    }

    @Test
    void endsWithANumberForEachReason() throws IOException {
        write(posts(1, 1));
        Files.writeString(folder.resolve("broken"), "<rss><channel>");

        assertThat(shell.run("sync")).isEqualTo(2);
        assertThat(shell.run("sync", feed, "--what")).isEqualTo(2);
        assertThat(shell.run("sync", folder.resolve("broken"))).isEqualTo(5);
        assertThat(shell.run("sync", folder.resolve("missing"))).isEqualTo(7);
        assertThat(shell.run("sync", feed, "--token-file", folder.resolve("missing")))
                .isEqualTo(7);
        assertThat(shell.without("OBOLUS_TOKEN").run("sync", feed)).isEqualTo(3);
        assertThat(shell.without("OBOLUS_SERVER").run("sync", feed)).isEqualTo(2);
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        write(posts(1, 1));
        server.web().with("/api/v1/account", "text/html", "<h1>A web site</h1>");

        assertThat(shell.run("sync", feed, "--json")).isEqualTo(4);
        assertThat(shell.document().path("exit_code").asInt()).isEqualTo(4);
    }

    private void write(String items) throws IOException {
        Files.writeString(feed, rss(items));
    }

    private static String posts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(nth -> item("Post number " + nth, "https://blog.example/" + nth))
                .collect(Collectors.joining("\n"));
    }
}
