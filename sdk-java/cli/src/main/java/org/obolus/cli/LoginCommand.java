package org.obolus.cli;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.obolus.cli.logins.Logins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Logs you in with your browser, and keeps that for later commands.",
        footer = {
            "",
            "It asks for the scope thing alone: to register and change your things. What is kept lies in",
            "$$XDG_CONFIG_HOME/obolus (~/.config/obolus), for you alone.",
            "",
            "Example: obolus login --server https://obolus.example"
        })
final class LoginCommand implements Callable<Integer> {

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Option(names = "--no-browser", description = "Only write the address to open.")
    boolean isWithoutBrowser;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for you. Default: ${DEFAULT-VALUE}")
    int seconds;

    @Override
    public Integer call() {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var logins = new Logins(here.configuration(), here.clock());
        var server = Session.anonymous(common.server(here, logins));
        var username = logins.logIn(server, page -> show(page, here, output), Duration.ofSeconds(seconds));
        output.line("Logged in at " + server.server() + " as " + username + ".");
        output.document(
                document -> document.put("server", server.server().toString()).put("username", username));
        return 0;
    }

    private void show(URI page, Surroundings here, Output output) {
        var isOpen = !isWithoutBrowser && here.browser().open(page);
        output.warning((isOpen
                        ? "Your browser shows this page; if it does not, open it: "
                        : "Open this page in your browser: ")
                + page);
    }
}
