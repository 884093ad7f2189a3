package org.obolus.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.obolus.client.Thing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "things",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists your things, the newest first.",
        footer = {"", "Example: obolus things --limit 20"})
final class ThingsCommand implements Callable<Integer> {

    private static final int WIDTH_OF_A_TITLE = 40;

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "No more than these; pages are fetched as they are needed.")
    Long limit;

    @Override
    public Integer call() {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var all = Session.of(here, common).client().things().mine();
        try (var things = limit == null ? all : all.limit(limit)) {
            write(things, output);
        }
        return 0;
    }

    /** A table grows as pages come; a document is written when it is whole. */
    private static void write(Stream<Thing> things, Output output) {
        if (output.isJson()) {
            output.document(document -> {
                var list = document.putArray("things");
                things.forEach(thing -> describe(thing, list.addObject()));
            });
        } else {
            things.forEach(thing -> output.line(row(thing)));
        }
    }

    private static String row(Thing thing) {
        var title = thing.title().orElse("");
        var isLong = title.codePointCount(0, title.length()) > WIDTH_OF_A_TITLE;
        var shown = isLong ? title.substring(0, title.offsetByCodePoints(0, WIDTH_OF_A_TITLE - 1)) + "…" : title;
        return "%8s  %-40s  %s%s".formatted(thing.id(), shown, thing.url(), thing.hidden() ? "  (hidden)" : "");
    }

    private static void describe(Thing thing, ObjectNode node) {
        node.put("id", thing.id().value())
                .put("url", thing.url().toString())
                .put("title", thing.title().orElse(null))
                .put("description", thing.description().orElse(null))
                .put("category", thing.category().toString())
                .put("language", thing.language().orElse(null))
                .put("hidden", thing.hidden())
                .put("created_at", thing.createdAt().toString());
        var tags = node.putArray("tags");
        thing.tags().forEach(tags::add);
    }
}
