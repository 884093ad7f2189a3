package org.obolus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.ObolusException;
import org.obolus.client.Site;
import org.obolus.client.SiteHost;
import org.obolus.client.Sites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints what to place on a site to prove that it is yours, and waits until the server finds it.",
        footer = {"", "Example: obolus verify blog.example --write static --no-wait"})
final class VerifyCommand implements Callable<Integer> {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Parameters(paramLabel = "SITE", description = "Its host, or any address of it.")
    String site;

    @Option(names = "--write", paramLabel = "FOLDER", description = "Put the file into this folder of a static site.")
    Path folder;

    @Option(names = "--no-wait", description = "Do not wait for the server to find it.")
    boolean isHurried;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait. Default: ${DEFAULT-VALUE}")
    int seconds;

    @Override
    public Integer call() {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var sites = Session.of(here, common).client().sites();
        var asked = sites.ask(Arguments.site(site));
        if (asked.state() != Site.State.PROVEN) {
            explain(asked, output);
        }
        var found = isHurried || asked.state() == Site.State.PROVEN ? asked : waited(sites, asked, here, output);
        tell(found, output);
        return (isHurried || found.state() == Site.State.PROVEN ? Ending.OK : Ending.WAITED_IN_VAIN).code();
    }

    private void explain(Site asked, Output output) {
        output.line("Prove that " + asked.host() + " is yours in one of these ways:");
        output.line("");
        asked.dnsName().ifPresent(name -> {
            output.line("  a TXT record of " + name + " that says:");
            output.line("    " + asked.dnsText().orElseThrow());
            output.line("");
        });
        output.line("  a file at " + asked.fileUrl() + " with this line in it:");
        output.line("    " + asked.fileLine());
        output.line("");
        output.line("  this tag in the head of the home page:");
        output.line("    " + asked.metaTag());
        output.line("");
        asked.profileLink().ifPresent(link -> {
            output.line("  or this one, which leads to your profile:");
            output.line("    " + link);
            output.line("");
        });
        if (folder != null) {
            output.line("The file is in " + write(asked) + " now. Publish the site.");
        }
    }

    /** Lines of other people, and of other servers, stay. */
    private Path write(Site asked) {
        var file = folder.resolve(asked.fileUrl().getPath().substring(1));
        try {
            Files.createDirectories(file.getParent());
            var before = Files.exists(file) ? Files.readString(file) : "";
            if (before.lines().noneMatch(asked.fileLine()::equals)) {
                var gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                Files.writeString(
                        file, gap + asked.fileLine() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            return file;
        } catch (IOException refused) {
            throw new Stopped(Ending.BAD_FILE, file + " cannot be written.", refused);
        }
    }

    private Site waited(Sites sites, Site asked, Surroundings here, Output output) {
        var end = here.clock().instant().plusSeconds(seconds);
        var pause = FIRST_PAUSE;
        output.note("Waiting for " + asked.host() + " to show it, " + seconds + " seconds at most …");
        for (var found = looked(sites, asked.host(), output); ; found = looked(sites, asked.host(), output)) {
            if (found.isPresent()) {
                return found.get();
            }
            if (here.clock().instant().plus(pause).isAfter(end)) {
                throw new Stopped(
                        Ending.WAITED_IN_VAIN,
                        "The server has not found the proof at " + asked.host() + " within " + seconds
                                + " seconds. It stays valid: run obolus verify again when it is published.");
            }
            here.waiting().accept(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static Optional<Site> looked(Sites sites, SiteHost host, Output output) {
        try {
            return Optional.of(sites.verify(host));
        } catch (ObolusException.Refused refused) {
            if (refused.problem().is("proof_not_found") || refused.problem().is("unreachable")) {
                output.note("  " + refused.problem().detail());
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static void tell(Site found, Output output) {
        switch (found.state()) {
            case PROVEN -> output.line(found.host() + " is yours.");
            case CONTESTED ->
                output.line("The proof is there, and so is somebody else's"
                        + found.dueAt()
                                .map(due -> ": it will be decided at " + due + ".")
                                .orElse("."));
            default -> output.note("Run obolus verify " + found.host() + " again when it is published.");
        }
        output.document(document -> document.put("host", found.host().toString())
                .put("state", found.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("file_url", found.fileUrl().toString())
                .put("file_line", found.fileLine())
                .put("meta_tag", found.metaTag()));
    }
}
