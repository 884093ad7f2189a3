package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of a page of the documentation, run in a shell as a reader would, with what the reader has to put in. */
public final class Examples {

    private static final Pattern BLOCK =
            Pattern.compile("^ *```(\\w*)\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int PATIENCE_SECONDS = 30;

    private final List<Block> blocks;
    private final String server;

    private record Block(String language, String text) {}

    private Examples(List<Block> blocks, String server) {
        this.blocks = blocks;
        this.server = server;
    }

    /** @param server what stands where the page says https://obolus.example or http://localhost:8080 */
    public static Examples of(String page, String server) {
        try {
            var text = Files.readString(Path.of("../docs", page));
            var blocks = BLOCK.matcher(text)
                    .results()
                    .map(found -> new Block(
                            found.group(1), found.group(2).stripTrailing().stripIndent()))
                    .toList();
            return new Examples(blocks, server);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The one block in this language that says this. */
    public String block(String language, String said) {
        var found = blocks.stream()
                .filter(block -> block.language.equals(language) && block.text.contains(said))
                .toList();
        assertThat(found).as(said).hasSize(1);
        return at(found.get(0).text);
    }

    /** The one command that says this, with its further lines. */
    public String command(String said) {
        var found = blocks.stream()
                .flatMap(block -> Stream.of(block.text.split("(?<!\\\\)\n")))
                .filter(line -> line.startsWith("curl ") && line.contains(said))
                .toList();
        assertThat(found).as(said).hasSize(1);
        return at(found.get(0));
    }

    private String at(String text) {
        return text.replace("https://obolus.example", server).replace("http://localhost:8080", server);
    }

    /** What a command prints, run with this in place of that, and with what its shell knows. */
    public static String run(String command, Map<String, String> replaced, Map<String, String> known) {
        var script = command;
        for (var entry : replaced.entrySet()) {
            assertThat(script).contains(entry.getKey());
            script = script.replace(entry.getKey(), entry.getValue());
        }
        return run("set -eu; curl() { command curl --silent --show-error \"$@\"; }\n" + script, known);
    }

    private static String run(String script, Map<String, String> known) {
        try {
            var shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
            shell.environment().putAll(known);
            var process = shell.start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
