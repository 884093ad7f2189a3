package org.obolus.identities;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.obolus.testing.Person;

/** Somebody's browser on its way to a platform and back; it keeps what it is told to keep. */
final class ABrowser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern AWAY = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();

    static ABrowser ofNobody() {
        return new ABrowser();
    }

    static ABrowser of(Person person) {
        return new ABrowser().logsInHereAs(person);
    }

    /** Another with all that this one keeps now. */
    ABrowser copy() {
        var another = new ABrowser();
        another.cookies.putAll(cookies);
        return another;
    }

    ABrowser logsInHereAs(Person person) {
        cookies.put("obolus", person.session());
        return this;
    }

    /** Answers the whole page, which leads away from here if all is well. */
    Response asksFor(String platform, Map<String, String> form) {
        return kept(asks().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/claim/" + platform));
    }

    /** Answers where the platform wants to see the person. */
    String begins(String platform) {
        return away(asksFor(platform, Map.of()));
    }

    String beginsOn(String server) {
        return away(asksFor("mastodon", Map.of("server", server)));
    }

    static String away(Response page) {
        var found = AWAY.matcher(page.asString());
        if (!found.find()) {
            throw new AssertionError(page.statusCode() + " " + page.asString());
        }
        return found.group(1).replace("&amp;", "&");
    }

    /** Logs in over there; answers the path of the way back, with all that is in it. */
    static String wayBack(String address, Flavour.Who who, String mode) {
        var as = APlatform.encoded(who.id() + "|" + who.handle() + "|" + who.name());
        return wayBack(address + "&as=" + as + "&mode=" + mode);
    }

    static String wayBack(String address) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            var location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
            return location.replaceFirst("^http://[^/]+", "");
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Response comesBack(String wayBack) {
        return kept(asks().urlEncodingEnabled(false).get(wayBack));
    }

    /** There and back. */
    ABrowser logsInAt(Flavour flavour, Flavour.Who who) {
        var address = flavour == Flavour.MASTODON
                ? beginsOn(server())
                : begins(flavour.path().substring(1));
        comesBack(wayBack(address, who, "")).then().statusCode(303);
        return this;
    }

    /** What the page about the person says, without its markup. */
    String proven() {
        return text(opens("/claim/proven"));
    }

    Response opens(String path) {
        return kept(asks().get(path));
    }

    Response presses(String path) {
        return kept(asks().contentType("application/x-www-form-urlencoded").post(path));
    }

    Response presses(String path, String field, String value) {
        return kept(asks().contentType("application/x-www-form-urlencoded")
                .formParam(field, value)
                .post(path));
    }

    /** Name and port of the platform that runs here. */
    static String server() {
        return System.getProperty(APlatform.ADDRESS).replace("http://", "");
    }

    static String text(Response page) {
        return Jsoup.parse(page.asString()).select("main").text();
    }

    private RequestSpecification asks() {
        return given().cookies(cookies)
                .header("Sec-Fetch-Site", "same-origin")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    private Response kept(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }
}
