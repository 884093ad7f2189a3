package org.obolus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.cli.logins.Browser;
import org.obolus.cli.testing.LittleWeb;
import org.obolus.cli.testing.PlayedServer;
import org.obolus.cli.testing.Shell;

class LoggingInTest {

    @TempDir
    Path home;

    private final PlayedServer server = new PlayedServer();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger registrations = new AtomicInteger();
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final List<HttpResponse<String>> pages = new CopyOnWriteArrayList<>();
    private Shell shell;

    @BeforeEach
    void play() {
        server.web()
                .with(
                        "/oauth/register",
                        visit -> json(visit, 201, "{\"client_id\": \"app-" + registrations.incrementAndGet() + "\"}"));
        server.web()
                .with(
                        "/oauth/authorize",
                        visit -> LittleWeb.send(visit, 303, Map.of("Location", "/log-in"), new byte[0]));
        server.web().with("/oauth/token", this::token);
        server.web()
                .with(
                        "/.well-known/oauth-authorization-server",
                        "application/json",
                        "{\"issuer\": \"%1$s\", \"authorization_endpoint\": \"%1$s\", \"token_endpoint\": \"%1$s\"}"
                                .formatted(server.address()));
        server.web().with("/oauth/revoke", visit -> json(visit, 200, "{}"));
        server.web().with("/api/v1/things/mine", "application/json", "{\"items\": []}");
        shell = new Shell(home).with("OBOLUS_SERVER", server.address());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsWhatItGetsForItsOwnerAlone() throws IOException {
        var ending = shell.browsing(comingBackWith(answer -> answer)).run("login");

        assertThat(ending).isZero();
        assertThat(shell.said()).isEqualTo("Logged in at " + server.address() + " as alice.\n");
        assertThat(shell.said() + shell.noted()).doesNotContain("access-", "refresh-");
        assertThat(pages.get(0).body()).contains("You are logged in");
        assertThat(pages.get(0).headers().firstValue("Cache-Control")).contains("no-store");
        var kept = home.resolve(".config/obolus/logins.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
        assertThat(kept).content().contains("access-1", "refresh-1", "app-1");
    }

    @Test
    void asksForNothingButThingsAndProvesThatItAsked() {
        var asked = new CopyOnWriteArrayList<URI>();
        shell.browsing(page ->
                        asked.add(page) && comingBackWith(answer -> answer).open(page))
                .run("login");

        var said = parameters(asked.get(0));

        assertThat(said)
                .containsEntry("scope", "thing")
                .containsEntry("client_id", "app-1")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "code_challenge");
        assertThat(said.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/callback");
        assertThat(forms.get(0)).contains("code_verifier=", "code=the-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=", "iss="})
    void waitsOnWhenSomebodyElseComes(String changed) {
        shell.browsing(page -> comingBackWith(answer -> answer.replace(changed, changed + "x"))
                                .open(page)
                        && comingBackWith(answer -> answer.replace("&" + changed, "&other="))
                                .open(page)
                        && comingBackWith(answer -> answer).open(page))
                .run("login");

        assertThat(pages).extracting(HttpResponse::statusCode).containsExactly(400, 400, 200);
        assertThat(shell.said()).contains("as alice");
        assertThat(forms).hasSize(1);
    }

    @Test
    void saysThatSomebodySaidNo() {
        var ending = shell.browsing(comingBackWith(answer -> answer.replace("code=the-code", "error=access_denied")))
                .run("login");

        assertThat(ending).isEqualTo(3);
        assertThat(shell.noted()).contains("You did not allow it");
        assertThat(home.resolve(".config/obolus/logins.json")).doesNotExist();
    }

    @Test
    void saysThatNobodyCame() {
        var ending = shell.run("login", "--timeout", "0");

        assertThat(ending).isEqualTo(6);
        assertThat(shell.noted()).contains("Open this page in your browser: http://", "Nobody came back");
    }

    @Test
    void registersItselfOnceAndAgainWhenItWasForgotten() {
        shell.browsing(comingBackWith(answer -> answer)).run("login");
        shell.run("login");
        assertThat(registrations).hasValue(1);
        server.web().with("/oauth/authorize", visit -> LittleWeb.send(visit, 400, Map.of(), new byte[0]));

        shell.run("login");

        assertThat(registrations).hasValue(2);
    }

    @Test
    void renewsATokenThatIsOldAndKeepsTheNewOneFirst() throws IOException {
        shell.browsing(comingBackWith(answer -> answer)).run("login");
        shell.wait(Duration.ofHours(2));

        var ending = shell.without("OBOLUS_SERVER").run("things");

        assertThat(ending).isZero();
        assertThat(forms.get(1)).contains("refresh_token=refresh-1");
        assertThat(home.resolve(".config/obolus/logins.json"))
                .content()
                .contains("access-2", "refresh-2")
                .doesNotContain("refresh-1");
    }

    @Test
    void renewsATokenOnceForProgramsThatRunSideBySide() {
        shell.browsing(comingBackWith(answer -> answer)).run("login");

        var endings = IntStream.range(0, 6)
                .mapToObj(nth -> CompletableFuture.supplyAsync(() -> {
                    var other = new Shell(home);
                    other.wait(Duration.ofHours(2));
                    return other.run("things");
                }))
                .toList();

        assertThat(endings).extracting(CompletableFuture::join).containsOnly(0);
        assertThat(forms).hasSize(2);
    }

    @Test
    void saysThatALogInHasEnded() {
        shell.browsing(comingBackWith(answer -> answer)).run("login");
        shell.wait(Duration.ofHours(2));
        server.web()
                .with(
                        "/oauth/token",
                        visit -> json(visit, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"Over.\"}"));

        assertThat(shell.run("things")).isEqualTo(3);
        assertThat(shell.noted()).contains("has ended. Log in again: obolus login");
    }

    @Test
    void endsALogInHereAndThere() throws IOException {
        shell.browsing(comingBackWith(answer -> answer)).run("login");

        assertThat(shell.run("logout")).isZero();

        assertThat(shell.said()).contains("alice was logged in");
        assertThat(server.web().visits()).contains("POST /oauth/revoke");
        assertThat(home.resolve(".config/obolus/logins.json")).content().doesNotContain("access-1", "refresh-1");
        assertThat(shell.run("things")).isEqualTo(3);
        assertThat(shell.run("logout")).isZero();
    }

    private void token(HttpExchange visit) throws IOException {
        forms.add(new String(visit.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var nth = tokens.incrementAndGet();
        json(
                visit,
                200,
                "{\"access_token\": \"access-" + nth + "\", \"token_type\": \"bearer\", \"expires_in\": "
                        + (nth == 1 ? 3600 : 36000) + ", \"refresh_token\": \"refresh-" + nth
                        + "\", \"scope\": \"thing\"}");
    }

    private static void json(HttpExchange visit, int status, String text) throws IOException {
        LittleWeb.send(
                visit, status, Map.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A person who allows it, as the server sends them back. */
    private Browser comingBackWith(UnaryOperator<String> change) {
        return page -> {
            var asked = parameters(page);
            var issuer = URLEncoder.encode(server.address().toString(), StandardCharsets.UTF_8);
            var answer = "code=the-code&state=" + asked.get("state") + "&iss=" + issuer;
            return pages.add(visit(asked.get("redirect_uri") + "?" + change.apply(answer)));
        };
    }

    private static HttpResponse<String> visit(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException lost) {
            throw new AssertionError(lost);
        }
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
