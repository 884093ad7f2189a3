package org.obolus.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.obolus.cli.endings.Ending;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of Obolus. */
@Command(
        name = "obolus",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Registers what you publish at an Obolus server, so that people can flattr it.",
        subcommands = {
            SyncCommand.class,
            ThingsCommand.class,
            BadgeCommand.class,
            VerifyCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  obolus login --server https://obolus.example",
            "  obolus verify blog.example --write static",
            "  obolus sync public/index.xml --into public/index.xml",
            "",
            "Each command has more: obolus help sync",
            "",
            "It ends with 0 when all is well, 1 when something was refused, 2 when it was used wrongly, 3 when nobody is",
            "logged in, 4 when the server cannot be reached, 5 when the feed cannot be read, 6 when it waited in vain, and",
            "7 when a file cannot be read or written."
        })
public final class Obolus implements Runnable {

    private final Surroundings surroundings;

    @Spec
    CommandSpec spec;

    Obolus(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        var here = new Surroundings(
                System.getenv(),
                System.in,
                System.out,
                System.err,
                System.console() != null && !"dumb".equals(System.getenv("TERM")),
                Clock.systemUTC(),
                Obolus::sleep,
                new DesktopBrowser(System.getenv()));
        System.exit(run(here, arguments));
    }

    /** Runs one command and answers with which number it ends. */
    public static int run(Surroundings surroundings, String... arguments) {
        return new CommandLine(new Obolus(surroundings))
                .setOut(new java.io.PrintWriter(surroundings.out(), true))
                .setErr(new java.io.PrintWriter(surroundings.err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what is to be done, for example: obolus sync FEED");
    }

    private static void sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new org.obolus.cli.endings.Stopped(Ending.WAITED_IN_VAIN, "Waiting was interrupted.", interrupted);
        }
    }
}
