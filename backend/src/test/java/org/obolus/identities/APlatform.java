package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.obolus.web.Secret;

/**
 * A real OAuth 2 server for all platforms of the presets, stricter than any of them: paths, queries, scopes, PKCE, address of
 * return, proof of the application and codes are checked, codes and tokens are good once. Who logs in, and what goes wrong,
 * stands in what the browser asks for: {@code as}, {@code mode}.
 */
public final class APlatform {

    public static final String CLIENT = "obolus-app";
    public static final String SECRET = "a secret of & our own";
    /** Who logs in by hand. */
    public static final String OCTAVIA = "90210|octavia|Octavia Example";
    /** Where a test finds the one that its server was configured for. */
    static final String ADDRESS = "obolus.test.platform";

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Code> tokens = new ConcurrentHashMap<>();
    private final Map<String, App> apps = new ConcurrentHashMap<>(Map.of(CLIENT, new App(SECRET, "")));
    private final AtomicInteger tokensOfApps = new AtomicInteger();
    private final AtomicInteger registrations = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final int port;

    /** @param scopes for which it registered itself, if it did */
    private record App(String secret, String scopes) {}

    /** What somebody allowed. */
    private record Code(Flavour flavour, String client, String redirect, String challenge, String as, String mode) {

        Flavour.Who who() {
            var parts = as.split("\\|", 3);
            return new Flavour.Who(parts[0], parts[1], parts[2]);
        }
    }

    private APlatform() {
        port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    /** Its address; it runs as long as this machine does. */
    public static String start() {
        return "http://127.0.0.1:" + new APlatform().port;
    }

    /** Its address under this name, as which its Mastodon has its people. */
    public static String startAs(String name) {
        var address = "http://" + name + ":" + new APlatform().port;
        System.setProperty(ADDRESS, address);
        return address;
    }

    private void answer(HttpServerRequest request) {
        request.setExpectMultipart(request.method() == HttpMethod.POST);
        request.endHandler(end -> {
            switch (request.path()) {
                case "/registrations" -> request.response().end(registrations.toString());
                case "/forget-apps" -> forgetApps(request);
                case Flavour.REGISTRATION -> register(request);
                default ->
                    Arrays.stream(Flavour.values())
                            .filter(flavour -> flavour.isAt(request.path()))
                            .findFirst()
                            .ifPresentOrElse(
                                    flavour -> answer(request, flavour),
                                    () -> request.response().setStatusCode(404).end("{}"));
            }
        });
    }

    private void forgetApps(HttpServerRequest request) {
        apps.keySet().removeIf(id -> !id.equals(CLIENT));
        request.response().end();
    }

    private void answer(HttpServerRequest request, Flavour flavour) {
        if (flavour.isAuthorization(request.path())) {
            authorize(request, flavour);
        } else if (flavour.isToken(request.path())) {
            token(request, flavour);
        } else {
            user(request, flavour);
        }
    }

    private void register(HttpServerRequest request) {
        var id = "app-" + registrations.incrementAndGet();
        apps.put(id, new App(UUID.randomUUID().toString(), request.getFormAttribute("scopes")));
        request.response()
                .end(new JsonObject()
                        .put("client_id", id)
                        .put("client_secret", apps.get(id).secret())
                        .encode());
    }

    private void authorize(HttpServerRequest request, Flavour flavour) {
        var asked = request.params();
        var isGood = "code".equals(asked.get("response_type"))
                && apps.containsKey(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))
                && Secret.hashOf(asked.get("code_challenge")).isPresent()
                && asked.get("redirect_uri").endsWith("/back")
                && flavour.isWellAskedFor(
                        asked.get("scope"), apps.get(asked.get("client_id")).scopes());
        if (!isGood) {
            request.response().setStatusCode(400).end("An application asked wrongly");
            return;
        }
        if (!asked.contains("as")) {
            ask(request);
            return;
        }
        request.response()
                .setStatusCode(302)
                .putHeader("Location", asked.get("redirect_uri") + "?" + answer(asked, flavour))
                .end();
    }

    /** For whoever comes by with their own eyes. */
    private static void ask(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end("<!doctype html><html lang=en><title>A platform</title><main><h1>Who are you?</h1><a href=\"?"
                        + request.query().replace("&", "&amp;") + "&amp;as=" + encoded(OCTAVIA)
                        + "\">Octavia, and I allow it</a></main>");
    }

    private String answer(MultiMap asked, Flavour flavour) {
        var mode = Optional.ofNullable(asked.get("mode")).orElse("");
        var state = "state=" + asked.get("state");
        if (mode.equals("denied")) {
            return "error=access_denied&" + state;
        }
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Code(
                        flavour,
                        asked.get("client_id"),
                        asked.get("redirect_uri"),
                        asked.get("code_challenge"),
                        asked.get("as"),
                        mode));
        return "code=" + code + "&" + state;
    }

    private void token(HttpServerRequest request, Flavour flavour) {
        var form = request.formAttributes();
        var client = client(request, flavour);
        if (client.isEmpty()) {
            say(request.response().setStatusCode(401), flavour, flavour.error("invalid_client"));
            return;
        }
        if ("client_credentials".equals(form.get("grant_type"))) {
            tokenOfItsOwn(request, flavour, apps.get(client.get()));
            return;
        }
        var code = Optional.ofNullable(form.get("code"))
                .map(codes::remove)
                .filter(known -> known.client().equals(client.get()))
                .filter(known -> known.redirect().equals(form.get("redirect_uri")))
                .filter(known -> known.flavour() == flavour && isProven(known, form.get("code_verifier")));
        if (code.isEmpty()) {
            say(request.response().setStatusCode(flavour.errorStatus()), flavour, flavour.error("invalid_grant"));
            return;
        }
        give(request.response(), code.get());
    }

    private void tokenOfItsOwn(HttpServerRequest request, Flavour flavour, App app) {
        if (flavour.isWellAskedForItself(request.getFormAttribute("scope"), app.scopes())) {
            say(request.response(), flavour, flavour.token("app-" + tokensOfApps.incrementAndGet()));
        } else {
            say(request.response().setStatusCode(flavour.errorStatus()), flavour, flavour.error("invalid_scope"));
        }
    }

    private void give(HttpServerResponse response, Code code) {
        var token = UUID.randomUUID().toString();
        tokens.put(token, code);
        switch (code.mode()) {
            case "token-broken" -> response.setStatusCode(500).end("<h1>Out of order");
            case "token-silent" -> response.exceptionHandler(gone -> {});
            case "token-slow" -> begin(response);
            case "token-huge" -> response.end("x".repeat(1_000_000));
            default -> say(response, code.flavour(), code.flavour().token(token));
        }
    }

    /** And never ends. */
    private static void begin(HttpServerResponse response) {
        response.exceptionHandler(gone -> {}).setChunked(true).write("{\"access_token\": ");
    }

    private static boolean isProven(Code code, String verifier) {
        return Secret.of(verifier).map(Secret::hash).equals(Secret.hashOf(code.challenge()));
    }

    /** Whoever proves it in another way than this platform wants is nobody. */
    private Optional<String> client(HttpServerRequest request, Flavour flavour) {
        var form = request.formAttributes();
        var header = request.getHeader("Authorization");
        var pair = flavour.isBasic() ? basic(header) : new String[] {form.get("client_id"), form.get("client_secret")};
        var isWrongWay = flavour.isBasic() ? form.contains("client_secret") : header != null;
        return Optional.ofNullable(pair[0])
                .filter(id -> !isWrongWay
                        && apps.containsKey(id)
                        && apps.get(id).secret().equals(pair[1]));
    }

    private static String[] basic(String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return new String[] {null, null};
        }
        var pair = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8).split(":", 2);
        return new String[] {URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)};
    }

    private void user(HttpServerRequest request, Flavour flavour) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        var code = Optional.ofNullable(tokens.remove(header.replaceFirst("Bearer ", "")));
        if (code.isEmpty() || code.get().flavour() != flavour || !flavour.isWellAsked(request)) {
            request.response().setStatusCode(401).end("{}");
            return;
        }
        if (code.get().mode().equals("user-slow")) {
            begin(request.response());
            return;
        }
        var said = code.get().mode().equals("nobody")
                ? "{}"
                : flavour.user(code.get().who()).encode();
        request.response().putHeader("Content-Type", "application/json").end(said);
    }

    private static void say(HttpServerResponse response, Flavour flavour, String text) {
        response.putHeader("Content-Type", flavour.type()).end(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
