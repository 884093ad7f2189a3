package org.obolus.sdk;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.obolus.cli.Obolus;
import org.obolus.cli.Surroundings;
import org.obolus.cli.logins.Browser;

/** Somebody who types commands, with a home of their own. */
final class AtTheCommandLine {

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream noted = new ByteArrayOutputStream();
    private Browser browser = page -> false;

    AtTheCommandLine(Path home, URI server) {
        environment.put("HOME", home.toString());
        environment.put("OBOLUS_SERVER", server.toString());
    }

    AtTheCommandLine withToken(String token) {
        environment.put("OBOLUS_TOKEN", token);
        return this;
    }

    AtTheCommandLine browsing(Browser way) {
        browser = way;
        return this;
    }

    int types(Object... words) {
        said.reset();
        noted.reset();
        var around = new Surroundings(
                Map.copyOf(environment),
                InputStream.nullInputStream(),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(noted, true, StandardCharsets.UTF_8),
                false,
                Clock.systemUTC(),
                pause -> {
                    throw new AssertionError("Nothing has to be waited for here.");
                },
                browser);
        return Obolus.run(around, Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    String noted() {
        return noted.toString(StandardCharsets.UTF_8);
    }
}
