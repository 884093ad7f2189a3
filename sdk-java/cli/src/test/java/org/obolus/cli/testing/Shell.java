package org.obolus.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.obolus.cli.Obolus;
import org.obolus.cli.Surroundings;
import org.obolus.cli.logins.Browser;

/** Somebody at a command line, with a home of their own and a watch that runs only while they wait. */
public final class Shell {

    private final Map<String, String> environment = new HashMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.now();
    private boolean isTerminal;
    private byte[] in = {};
    private Browser browser = page -> false;

    public Shell(Path home) {
        environment.put("HOME", home.toString());
    }

    public Shell with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    public Shell without(String variable) {
        environment.remove(variable);
        return this;
    }

    public Shell typing(String text) {
        in = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public Shell browsing(Browser way) {
        browser = way;
        return this;
    }

    public Shell atATerminal() {
        isTerminal = true;
        return this;
    }

    public void wait(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    /** How long was waited, each time. */
    public List<Duration> pauses() {
        return pauses;
    }

    /** Runs a command and answers its number. */
    public int run(Object... arguments) {
        out.reset();
        err.reset();
        var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return Obolus.run(
                new Surroundings(
                        Map.copyOf(environment),
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        isTerminal,
                        new Watch(),
                        this::wait,
                        browser),
                words);
    }

    public String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String noted() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public JsonNode document() {
        try {
            return new ObjectMapper().readTree(out.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private final class Watch extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
