package org.obolus.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.cli.logins.Logins;
import picocli.CommandLine.Option;

/** What every command can be told. */
final class Common {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The Obolus server. Otherwise OBOLUS_SERVER, then the one that was logged in to last.")
    URI server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a personal token in it. Otherwise OBOLUS_TOKEN, then what obolus login keeps.")
    Path tokenFile;

    @Option(names = "--json", description = "Write the result as one JSON document.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say only results and what went wrong.")
    boolean quiet;

    /** @throws Stopped when nobody says which server is meant */
    URI server(Surroundings here, Logins logins) {
        return Optional.ofNullable(server)
                .or(() -> said(here, "OBOLUS_SERVER").map(Common::address))
                .or(logins::current)
                .orElseThrow(
                        () -> new Stopped(
                                Ending.WRONG_USE,
                                "Say which server is meant: --server https://obolus.example, or log in: obolus login --server …"));
    }

    /** A token that somebody brings along. */
    Optional<String> token(Surroundings here) {
        return tokenFile == null ? said(here, "OBOLUS_TOKEN") : Optional.of(inFile());
    }

    private String inFile() {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException missing) {
            throw new Stopped(Ending.BAD_FILE, "There is no token in " + tokenFile + ".", missing);
        }
    }

    private static URI address(String written) {
        try {
            return URI.create(written);
        } catch (IllegalArgumentException broken) {
            throw new Stopped(Ending.WRONG_USE, "OBOLUS_SERVER is no address: " + written, broken);
        }
    }

    private static Optional<String> said(Surroundings here, String variable) {
        return Optional.ofNullable(here.environment().get(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
