package org.obolus.cli;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.obolus.cli.endings.Progress;
import org.obolus.cli.endings.Stopped;
import picocli.CommandLine;

/**
 * What a command says: results to the standard output, everything else to the other one. With --json the result is one
 * document, in ASCII, so that no charset of any machine can spoil it.
 */
final class Output {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Surroundings surroundings;
    private final Common options;
    private final ProgressBar bar;

    Output(Surroundings surroundings, Common options) {
        this.surroundings = surroundings;
        this.options = options;
        this.bar = new ProgressBar(surroundings.err(), surroundings.clock());
    }

    /** For whatever command was meant. */
    static Output of(CommandLine command) {
        var root = command.getCommandSpec().root().userObject() instanceof Obolus obolus ? obolus : null;
        var options = command.getMixins().get("common") instanceof Common common ? common : new Common();
        return new Output(java.util.Objects.requireNonNull(root).surroundings(), options);
    }

    boolean isJson() {
        return options.json;
    }

    Progress progress() {
        return surroundings.isTerminal() && !options.quiet ? bar : Progress.NOBODY;
    }

    /** A result, for people. */
    void line(String text) {
        bar.clear();
        if (!options.json) {
            surroundings.out().println(visible(text));
        }
    }

    /** Something beside the result; left out when quiet is wanted. */
    void note(String text) {
        bar.clear();
        if (!options.quiet) {
            surroundings.err().println(visible(text));
        }
    }

    /** Something that has to be known. */
    void warning(String text) {
        bar.clear();
        surroundings.err().println(visible(text));
    }

    /** The result for programs, where it is wanted. */
    void document(Consumer<ObjectNode> filling) {
        if (options.json) {
            var document = JSON.createObjectNode();
            filling.accept(document);
            write(document);
        }
    }

    void stopped(Stopped stopped) {
        warning("obolus: " + stopped.getMessage());
        document(document -> document.put("error", stopped.getMessage())
                .put("exit_code", stopped.ending().code()));
    }

    private void write(ObjectNode document) {
        try {
            surroundings.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a feed or a server wrote cannot move the cursor or colour the screen. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", "\uFFFD");
    }
}
