package org.obolus.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.cli.feeds.Feed;
import org.obolus.cli.feeds.Feeds;
import org.obolus.cli.feeds.Limits;
import org.obolus.cli.links.PaymentLinks;
import org.obolus.cli.sync.Report;
import org.obolus.cli.sync.Sync;
import org.obolus.cli.sync.Wanted;
import org.obolus.client.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Registers the posts of a feed: RSS, Atom, JSON Feed or a sitemap. Only what is new or has changed"
                        + " since the last time is sent.",
        footer = {
            "",
            "Examples:",
            "  obolus sync https://blog.example/feed.xml",
            "  obolus sync public/index.xml --into public/index.xml --links data/obolus.json",
            "  obolus sync public/sitemap.xml --state .obolus-sync --remove --dry-run"
        })
final class SyncCommand implements Callable<Integer> {

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Parameters(paramLabel = "FEED", description = "A file, an address, or - for the standard input.")
    String feed;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    boolean isOnlyTold;

    @Option(names = "--links", paramLabel = "FILE", description = "Write the payment links of the posts, as JSON.")
    Path links;

    @Option(names = "--into", paramLabel = "FILE", description = "Write the feed with payment links in it.")
    Path into;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Where it is kept what was sent. Default: a file of its own for each server and feed in"
                    + " $$XDG_STATE_HOME/obolus (~/.local/state/obolus).")
    Path state;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "text, images, video, audio, software, people or rest.")
    Category category;

    @Option(names = "--hidden", description = "Keep the posts out of the catalogue.")
    boolean isHidden;

    @Option(names = "--other-sites", description = "Register posts of other sites than the feed's too.")
    boolean isOfOtherSites;

    @Option(names = "--remove", description = "Take away what was synced and is not in the feed any more.")
    boolean isRemoving;

    @Option(names = "--by", paramLabel = "USERNAME", description = "Who payment links name. Default: you.")
    String by;

    @Option(names = "--base", paramLabel = "URL", description = "What relative links in a file are relative to.")
    URI base;

    @Option(
            names = "--max-size",
            paramLabel = "MB",
            defaultValue = "64",
            description = "The most that is read of one document, unpacked. Default: ${DEFAULT-VALUE}")
    int megabytes;

    @Option(
            names = "--max-documents",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most pages or sitemaps that are read. Default: ${DEFAULT-VALUE}")
    int documents;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long one document may take. Default: ${DEFAULT-VALUE}")
    int seconds;

    @Override
    public Integer call() throws IOException {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var session = Session.of(here, common);
        var folder = Files.createTempDirectory("obolus");
        try {
            return synced(read(folder, here, output), session, here, output);
        } finally {
            remove(folder);
        }
    }

    private Feed read(Path folder, Surroundings here, Output output) {
        var limits = new Limits(megabytes * 1024L * 1024, documents, Duration.ofSeconds(seconds));
        var read = new Feeds(limits, folder, output.progress()).read(feed, Optional.ofNullable(base), here.in());
        read.notes().forEach(output::note);
        if (into != null) {
            PaymentLinks.requirePlace(read.kind());
        }
        return read;
    }

    private int synced(Feed read, Session session, Surroundings here, Output output) {
        var wanted = new Wanted(wantedCategory(), isHidden, isOfOtherSites, isRemoving, isOnlyTold);
        var file = state == null ? usualState(session, here) : state;
        var report = new Sync(session.client(), session.username(), output.progress())
                .run(read, wanted, file, session.who());
        if (!isOnlyTold && (links != null || into != null)) {
            write(read, wanted, report, session);
        }
        new SyncOutput(output).tell(read, report);
        return (report.hasRefusals() ? Ending.SOME_REFUSED : Ending.OK).code();
    }

    private Optional<Category> wantedCategory() {
        if (category == Category.UNKNOWN) {
            throw new Stopped(Ending.WRONG_USE, "There is no category of that name.");
        }
        return Optional.ofNullable(category);
    }

    private void write(Feed read, Wanted wanted, Report report, Session session) {
        var whose = Optional.ofNullable(by).or(report::by).orElseGet(session.username());
        var written = new PaymentLinks(session.client().server(), whose, Sync.linked(read, wanted));
        if (links != null) {
            written.json(links);
        }
        if (into != null) {
            written.into(read, into);
        }
    }

    /** A file is another one in another folder. */
    private Path usualState(Session session, Surroundings here) {
        var isFile = !feed.equals("-") && !feed.contains("://");
        var name = session.client().server() + " " + (isFile ? Path.of(feed).toAbsolutePath() : feed);
        var hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return here.state().resolve("sync-" + hash + ".jsonl");
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
