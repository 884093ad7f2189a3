package org.obolus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.testing.PlayedServer;
import org.obolus.cli.testing.Shell;

class OtherCommandsTest {

    private static final String SITE =
            "{\"host\": \"blog.example\", \"state\": \"%s\", \"opted_out\": false, \"token\": \"tok\","
                    + " \"file_url\": \"https://blog.example/.well-known/obolus.txt\", \"file_line\": \"tok\","
                    + " \"meta_tag\": \"<meta name=obolus-verification content=tok>\", \"asked_at\": \"2026-11-01T00:00:00Z\"}";
    private static final String LOOK = "/api/v1/sites/blog.example/verification";

    @TempDir
    Path folder;

    private final PlayedServer server = new PlayedServer();
    private Shell shell;

    @BeforeEach
    void begin() {
        shell = new Shell(folder).with("OBOLUS_SERVER", server.address()).with("OBOLUS_TOKEN", "token");
        server.web().with("/api/v1/sites", "application/json", SITE.formatted("asked"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listThingsAsFarAsTheyAreWanted() {
        server.web().with("/api/v1/things/mine", visit -> {
            var isFirst = visit.getRequestURI().getQuery() == null;
            if (isFirst) {
                visit.getResponseHeaders().set("Link", "</api/v1/things/mine?cursor=2>; rel=\"next\"");
            }
            PlayedServer.json(visit, "{\"items\": [" + thing(isFirst ? 1 : 3) + "," + thing(isFirst ? 2 : 4) + "]}");
        });

        assertThat(shell.run("things", "--limit", 2)).isZero();
        assertThat(shell.said().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("       1  Bröt", "https://blog.example/1");
        assertThat(server.web().visits()).hasSize(1);
        shell.run("things", "--json");
        assertThat(shell.document().path("things").findValuesAsText("id")).containsExactly("1", "2", "3", "4");
        assertThat(shell.said()).doesNotContain("ö");
    }

    @Test
    void printBadges() {
        shell.run("badge", "https://blog.example/a", "--by", "alice", "--format", "markdown", "--count");
        assertThat(shell.said())
                .startsWith("[![Flattr this](" + server.address() + "/badge.svg?count=1")
                .contains("user_id=alice");
        shell.run("badge", "https://blog.example/a");
        assertThat(shell.said()).startsWith("<a href=");
        shell.run("badge", "https://blog.example/a", "--json", "--png");
        assertThat(shell.document().path("address").asText()).isEqualTo(server.address() + "/badge.png?scale=2");
        assertThat(shell.run("badge", "nowhere")).isEqualTo(2);
        assertThat(server.web().visits()).isEmpty();
    }

    @Test
    void sayWhatToPlaceAndWaitForItEverLonger() throws IOException {
        var looks = new AtomicInteger();
        server.web().with(LOOK, visit -> {
            if (looks.incrementAndGet() < 4) {
                PlayedServer.problem(visit, 422, "proof_not_found", "It is not there.");
            } else {
                PlayedServer.json(visit, SITE.formatted("proven"));
            }
        });

        var ending = shell.run("verify", "https://blog.example/about", "--write", folder.resolve("public"));

        assertThat(ending).isZero();
        assertThat(shell.said())
                .contains("https://blog.example/.well-known/obolus.txt", "<meta name", "blog.example is yours.");
        assertThat(folder.resolve("public/.well-known/obolus.txt")).hasContent("tok\n");
        assertThat(shell.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void leaveWhatOthersHavePlaced() throws IOException {
        var file = folder.resolve(".well-known/obolus.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "of somebody else");

        shell.run("verify", "blog.example", "--write", folder, "--no-wait");
        shell.run("verify", "blog.example", "--write", folder, "--no-wait");

        assertThat(file).hasContent("of somebody else\ntok\n");
    }

    @Test
    void giveUpWaitingForAProof() {
        server.web().with(LOOK, visit -> PlayedServer.problem(visit, 422, "proof_not_found", "It is not there."));

        assertThat(shell.run("verify", "blog.example", "--timeout", 30)).isEqualTo(6);

        assertThat(shell.noted()).contains("within 30 seconds");
        assertThat(shell.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sync", "things", "badge", "verify", "login", "logout"})
    void explainThemselves(String command) {
        assertThat(command.isEmpty() ? shell.run("--help") : shell.run(command, "--help"))
                .isZero();

        assertThat(shell.said()).contains("Usage: obolus " + command).doesNotContain("\u001B");
    }

    @Test
    void sayWhichVersionTheyAre() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.said()).startsWith("obolus ");
        assertThat(shell.run()).isEqualTo(2);
    }

    @Test
    void sayThatATokenIsOver() {
        server.web()
                .with(
                        "/api/v1/things/mine",
                        visit -> PlayedServer.problem(visit, 401, "unauthorized", "This token has ended."));

        assertThat(shell.run("things", "--json")).isEqualTo(3);
        assertThat(shell.document().path("error").asText()).contains("This token has ended.");
    }

    private static String thing(int id) {
        return "{\"id\": " + id + ", \"url\": \"https://blog.example/" + id
                + "\", \"title\": \"Bröt\", \"category\": \"text\","
                + " \"tags\": [], \"hidden\": false, \"identity\": \"site:blog.example\", \"created_at\": \"2026-11-01T00:00:00Z\","
                + " \"updated_at\": \"2026-11-01T00:00:00Z\"}";
    }
}
