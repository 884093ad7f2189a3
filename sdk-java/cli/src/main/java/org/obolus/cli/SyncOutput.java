package org.obolus.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.sync.Fate;
import org.obolus.cli.sync.Report;
import org.obolus.cli.sync.Told;

/** What is said about a sync. */
record SyncOutput(Output output) {

    private static final int MOST_LINES = 20;

    void tell(Feed feed, Report report) {
        explain(report, Fate.REFUSED);
        explain(report, Fate.SKIPPED);
        if (report.count(Fate.UNPROVEN) > 0) {
            output.warning(report.told().stream()
                    .filter(told -> told.fate() == Fate.UNPROVEN)
                    .findFirst()
                    .map(told -> told.name() + ": " + told.sentence())
                    .orElse(""));
        }
        gone(report);
        output.line(summary(feed, report));
        document(feed, report);
    }

    private void explain(Report report, Fate fate) {
        var all = report.told().stream().filter(told -> told.fate() == fate).toList();
        all.stream().limit(MOST_LINES).forEach(told -> say(fate, told.name() + ": " + told.sentence()));
        if (all.size() > MOST_LINES) {
            say(fate, "… and " + (all.size() - MOST_LINES) + " more; --json has them all.");
        }
    }

    private void say(Fate fate, String text) {
        if (fate == Fate.REFUSED) {
            output.warning(text);
        } else {
            output.note(text);
        }
    }

    private void gone(Report report) {
        var left = report.gone().size() - report.removed().size();
        if (left > 0) {
            output.note(left
                    + " that were synced before are not in the feed any more; they stay. --remove takes them away.");
        }
    }

    private static String summary(Feed feed, Report report) {
        var counts = Arrays.stream(Fate.values())
                .filter(fate -> report.count(fate) > 0)
                .map(fate -> report.count(fate) + " " + words(fate))
                .collect(Collectors.joining(", "));
        var removed = report.removed().isEmpty() ? "" : ", " + report.removed().size() + " taken away";
        return feed.kind() + (counts.isEmpty() ? " without posts" : ": " + counts) + removed + ".";
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case CREATED -> "registered";
            case CHANGED -> "changed";
            case UNCHANGED -> "known already";
            case NOT_SENT -> "not changed";
            case DUE -> "to be sent";
            case UNPROVEN -> "registered without their texts";
            case SKIPPED -> "skipped";
            case REFUSED -> "refused";
        };
    }

    private void document(Feed feed, Report report) {
        output.document(document -> {
            document.put("feed", feed.name()).put("kind", feed.kind().name().toLowerCase(java.util.Locale.ROOT));
            document.put("title", feed.title().orElse(null));
            var counts = document.putObject("counts");
            Arrays.stream(Fate.values()).forEach(fate -> counts.put(fate.toString(), report.count(fate)));
            counts.put("gone", report.gone().size())
                    .put("removed", report.removed().size());
            feed.notes().forEach(document.putArray("notes")::add);
            report.gone().forEach(document.putArray("gone")::add);
            var posts = document.putArray("posts");
            report.told().forEach(told -> describe(told, posts.addObject()));
        });
    }

    private static void describe(Told told, com.fasterxml.jackson.databind.node.ObjectNode node) {
        node.put("post", told.name()).put("status", told.fate().toString());
        if (!told.sentence().isEmpty()) {
            node.put("detail", told.sentence());
        }
    }
}
