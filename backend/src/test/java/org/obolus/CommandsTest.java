package org.obolus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.database.Command;

@QuarkusTest
class CommandsTest {

    @Inject
    @Any
    Instance<Command> commands;

    @Inject
    People people;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void makeSomebodyAnOperator() {
        var alice = people.person("alice");

        var code = run("grant-operator", alice.username().toUpperCase(Locale.ROOT));

        assertThat(code).isZero();
        assertThat(text(out)).contains("is an operator now");
        assertThat(alice.asks().get("/api/v1/account").path("operator").toString())
                .isEqualTo("true");
    }

    @Test
    void sayThatThereIsNoSuchAccount() {
        var code = run("grant-operator", "nobody-of-this-name");

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("There is no account with the username nobody-of-this-name.");
    }

    @Test
    void sayWhatIsMissing() {
        var code = run("grant-operator");

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("grant-operator USERNAME");
    }

    @Test
    void listWhatThereIs() {
        var code = run("make-coffee");

        assertThat(code).isEqualTo(2);
        assertThat(text(err)).contains("There is no command make-coffee.", "grant-operator USERNAME: makes");
    }

    @Test
    void areExplainedToWhoeverAsks() {
        var code = run("help");

        assertThat(code).isZero();
        assertThat(text(out)).contains("grant-operator USERNAME: makes", "settle-month");
        assertThat(text(err)).isEmpty();
    }

    private int run(String... arguments) {
        return new CommandLine(commands).run(List.of(arguments), printing(out), printing(err));
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
