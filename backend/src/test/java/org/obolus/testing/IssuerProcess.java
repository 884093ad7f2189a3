package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A certified OpenID Connect provider as a process of this machine: {@code src/test/oidc}, which npm completes. */
public final class IssuerProcess implements AutoCloseable {

    private static final Path HOME = Path.of("src", "test", "oidc");
    private static final Path LOG = Path.of("target", "issuer.log");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern PROMPT = Pattern.compile("name=\"prompt\" value=\"([a-z]+)\"");

    private final String address;
    private final Process process;

    private IssuerProcess(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    /** @param waysBack to where it sends people who have logged in */
    public static IssuerProcess at(String address, List<String> waysBack) {
        complete();
        var port = URI.create(address).getPort();
        var command = new ArrayList<>(List.of("node", "issuer.mjs", address));
        command.addAll(waysBack);
        var issuer = new IssuerProcess(address, run(command));
        Eventually.holds("The issuer listens: " + LOG, () -> listens(port));
        return issuer;
    }

    /** Logs somebody in who allows everything; answers the way back as the browser is sent on it, without our own host. */
    public String letsIn(String authorization, String who) {
        var browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        var next = sentOn(browser, HttpRequest.newBuilder(URI.create(authorization)));
        while (next.toString().startsWith(address)) {
            next = next.getPath().startsWith("/interaction/")
                    ? agreed(browser, next, who)
                    : sentOn(browser, asking(next));
        }
        return next.toString().replaceFirst("^http://[^/]+", "");
    }

    /** From now on it takes connections, and answers nothing. */
    public void fallsSilent() {
        assertThat(signal("STOP")).isZero();
    }

    public void speaksAgain() {
        assertThat(signal("CONT")).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private URI agreed(HttpClient browser, URI question, String who) {
        var prompt = PROMPT.matcher(sent(browser, asking(question)).body());
        assertThat(prompt.find()).isTrue();
        var form = "prompt=" + prompt.group(1) + "&login=" + who + "&password=any";
        return sentOn(
                browser,
                asking(question)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private URI sentOn(HttpClient browser, HttpRequest.Builder request) {
        var answer = sent(browser, request);
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static HttpRequest.Builder asking(URI address) {
        return HttpRequest.newBuilder(address);
    }

    private static HttpResponse<String> sent(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private int signal(String name) {
        return ended(run(List.of("kill", "-" + name, Long.toString(process.pid()))));
    }

    /** What npm has installed once is there for the next time, until something else is asked of it. */
    private static void complete() {
        var wanted = HOME.resolve("package-lock.json");
        var installed = HOME.resolve(Path.of("node_modules", ".installed"));
        try {
            if (Files.notExists(installed) || Files.mismatch(wanted, installed) >= 0) {
                assertThat(ended(run(List.of("npm", "ci", "--silent"))))
                        .as(LOG.toString())
                        .isZero();
                Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static int ended(Process process) {
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException missing) {
            throw new UncheckedIOException("script/test installs node and npm", missing);
        }
    }

    private static boolean listens(int port) {
        try (var connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connected.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
