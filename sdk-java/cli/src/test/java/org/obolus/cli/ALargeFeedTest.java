package org.obolus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.cli.testing.ReadFeeds;

/** In a program of its own, for only there it can be said how much memory there is. */
class ALargeFeedTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void ofFiftyMegabytesIsReadInSixtyFourOfMemory() throws IOException, InterruptedException {
        var feed = feed(50, 10_000);

        assertThat(sync(feed)).isEqualTo(0);
        assertThat(said()).contains("10000 to be sent");
    }

    @Test
    void withAFewHugePostsIsReadInSixtyFourOfMemory() throws IOException, InterruptedException {
        var feed = feed(50, 50);

        assertThat(sync(feed)).isEqualTo(0);
        assertThat(said()).contains("50 to be sent");
    }

    @Test
    void isRefusedWithASentenceWhenItIsTooLarge() throws IOException, InterruptedException {
        var feed = feed(20, 1000);

        assertThat(sync(feed, "--max-size", "10")).isEqualTo(5);
        assertThat(said()).contains("The feed has more than 10 MB. --max-size reads larger ones.");
    }

    private Path feed(int megabytes, int posts) throws IOException {
        var feed = folder.resolve("feed.xml");
        var text = "Some words. ".repeat(megabytes * MEGABYTE / posts / 12);
        var around = ReadFeeds.rss("|").split("\\|");
        try (var out = Files.newBufferedWriter(feed)) {
            out.write(around[0]);
            for (var nth = 0; nth < posts; nth++) {
                out.write("<item><title>Post number " + nth + "</title><link>https://blog.example/" + nth
                        + "</link><description>" + text + "</description></item>");
            }
            out.write(around[1]);
        }
        return feed;
    }

    private int sync(Path feed, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Obolus.class.getName(),
                "sync",
                feed.toString(),
                "--dry-run",
                "--server",
                "https://obolus.example"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("OBOLUS_TOKEN", "token");
        builder.environment().put("HOME", folder.toString());
        return builder.start().waitFor();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }
}
