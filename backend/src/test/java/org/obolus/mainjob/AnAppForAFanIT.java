package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obolus.testing.LittleSite;

/** From registering an app to the end of its access, in a real browser and with a real place to be sent back to. */
@Tag("browser")
@Timeout(180)
@ExtendWith(TheDemo.class)
class AnAppForAFanIT {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-everybody-0123456789";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the developer was shown. */
    private record Registered(String id, String secret) {}

    @Test
    void actsForWhoeverAllowedItUntilTheyEndThat() throws Exception {
        try (var site = LittleSite.named("app")) {
            site.with("/callback", "<title>The app</title>Welcome back.");
            var app = register(somebody("ada"), site.address("/callback"));
            var fan = newcomer("fay");

            var page = fan.open(TheDemo.server()
                    .url("/oauth/authorize?" + request(app, site))
                    .toString());
            fan.logIn(page);
            Reader.awaitText(page, "act for you?");
            EverybodyCanUseItIT.isOpen(page);
            page.getByLabel("At most so many flattrs a month").fill("5");
            Reader.press(page, "Allow it");
            page.waitForURL(site.address("/callback") + "?code=*");

            var tokens = exchange(app, site, query(page.url()));
            var token = tokens.getString("access_token");
            assertThat(tokens.getString("scope")).isEqualTo("flattr");
            assertThat(status("/api/v1/flattrs", token)).isEqualTo(200);
            assertThat(status("/api/v1/budget", token)).isEqualTo(403);

            var apps = fan.openHere("/dashboard/apps");
            Reader.awaitText(apps, "of at most 5");
            EverybodyCanUseItIT.isOpen(apps);
            Reader.press(apps, "End its access");
            Reader.awaitText(apps, "The app can do nothing more in your name.");
            assertThat(status("/api/v1/flattrs", token)).isEqualTo(401);
        }
    }

    @Test
    void learnsThatSomebodyDidNotAllowIt() throws Exception {
        try (var site = LittleSite.named("app")) {
            site.with("/callback", "<title>The app</title>What a pity.");
            var app = register(somebody("adam"), site.address("/callback"));
            var fan = somebody("fred");

            var page = fan.open(TheDemo.server()
                    .url("/oauth/authorize?" + request(app, site))
                    .toString());
            Reader.press(page, "Do not allow it");
            page.waitForURL(site.address("/callback") + "?error=access_denied*");

            assertThat(query(page.url()))
                    .containsEntry("state", "the-state")
                    .containsEntry("iss", TheDemo.server().url("").toString())
                    .doesNotContainKey("code");
        }
    }

    /** Some browsers judge where a form may lead by every address that it comes through. */
    @Test
    void goesOnToWhereverTheAppForwards() throws Exception {
        try (var site = LittleSite.named("app");
                var elsewhere = LittleSite.named("elsewhere")) {
            elsewhere.with("/home", "<title>Elsewhere</title>Welcome home.");
            site.forwarding("/callback", elsewhere.address("/home"));
            var app = register(somebody("anna"), site.address("/callback"));

            var page = somebody("finn")
                    .open(TheDemo.server()
                            .url("/oauth/authorize?" + request(app, site))
                            .toString());
            Reader.press(page, "Allow it");
            page.waitForURL(elsewhere.address("/home"));

            assertThat(site.visits()).containsExactly("/callback");
        }
    }

    @Test
    void goesBackToAProgramOnThePersonsMachine() throws Exception {
        try (var program = LittleSite.onThisMachine()) {
            program.with("/callback", "<title>The program</title>You can close this.");
            var app = register(somebody("arno"), "http://[::1]/callback");

            var page = somebody("frida")
                    .open(TheDemo.server()
                            .url("/oauth/authorize?" + request(app, program))
                            .toString());
            Reader.press(page, "Allow it");
            page.waitForURL(program.address("/callback") + "?code=*");

            assertThat(status(
                            "/api/v1/flattrs",
                            exchange(app, program, query(page.url())).getString("access_token")))
                    .isEqualTo(200);
        }
    }

    private static Reader newcomer(String name) {
        var reader = new Reader(TheDemo.browser().browser(), TheDemo.server(), name);
        reader.signUp();
        return reader;
    }

    private static Reader somebody(String name) {
        var reader = newcomer(name);
        var page = reader.openHere("/log-in");
        reader.logIn(page);
        page.waitForURL("**/dashboard");
        return reader;
    }

    private static Registered register(Reader developer, String redirect) {
        var page = developer.openHere("/apps");
        Reader.follow(page, "Register an app");
        EverybodyCanUseItIT.isOpen(page);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Night reader");
        page.getByLabel("Addresses to which people are sent back").fill(redirect);
        Reader.press(page, "Register it");
        var registered = new Registered(text(page.locator("#client-id")), text(page.locator("#client-secret")));
        Reader.follow(page, "To the app");
        Reader.awaitText(page, "Night reader");
        EverybodyCanUseItIT.isOpen(page);
        Reader.follow(page, "Web hooks of the app");
        Reader.awaitText(page, "No web hook yet");
        EverybodyCanUseItIT.isOpen(page);
        return registered;
    }

    private static String text(Locator shown) {
        return shown.textContent().strip();
    }

    private static String request(Registered app, LittleSite site) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return form(Map.of(
                "response_type",
                "code",
                "client_id",
                app.id(),
                "redirect_uri",
                site.address("/callback"),
                "scope",
                "flattr",
                "state",
                "the-state",
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method",
                "S256"));
    }

    private static JsonPath exchange(Registered app, LittleSite site, Map<String, String> answer) throws Exception {
        assertThat(answer).containsEntry("state", "the-state");
        var body = form(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                app.id(),
                "client_secret",
                app.secret(),
                "code",
                answer.get("code"),
                "redirect_uri",
                site.address("/callback"),
                "code_verifier",
                VERIFIER));
        var request = HttpRequest.newBuilder(TheDemo.server().url("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JsonPath.from(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static int status(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(TheDemo.server().url(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
