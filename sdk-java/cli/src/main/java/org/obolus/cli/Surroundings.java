package org.obolus.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.obolus.cli.logins.Browser;

/**
 * What a command finds around itself; tests bring their own.
 *
 * @param isTerminal whether a person looks at what is written
 * @param waiting waits that long
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean isTerminal,
        Clock clock,
        Consumer<Duration> waiting,
        Browser browser) {

    /** Where log-ins are kept. */
    Path configuration() {
        return folder("XDG_CONFIG_HOME", ".config");
    }

    /** Where it is kept what was synced. */
    Path state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    private Path folder(String variable, String otherwise) {
        var named = environment.getOrDefault(variable, "");
        var parent = named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), otherwise) : Path.of(named);
        return parent.resolve("obolus");
    }
}
