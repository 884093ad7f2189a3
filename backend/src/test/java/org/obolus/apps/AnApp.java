package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.obolus.testing.Person;
import org.obolus.web.Secret;

/** A program of somebody's as the server meets it: it sends people to be asked, and shows what they bring back. */
public final class AnApp {

    public static final String REDIRECT = "https://app.example/callback";

    private static final Pattern ID = Pattern.compile("/apps/([0-9a-f-]{36})");
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a class=\"button secondary\" href=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\">([^<]+)<");

    final String id;
    final Optional<String> secret;
    final String redirect;
    String verifier = Secret.random().written();

    AnApp(String id, Optional<String> secret, String redirect) {
        this.id = id;
        this.secret = secret;
        this.redirect = redirect;
    }

    /** On a server of its developer. */
    public static AnApp of(Person developer) {
        return registered(developer, Map.of("kind", "confidential"), REDIRECT);
    }

    /** On people's own machines, without a secret. */
    static AnApp withoutASecret(Person developer) {
        return registered(developer, Map.of("kind", "public"), REDIRECT);
    }

    static AnApp writtenForFlattr(Person developer) {
        return registered(developer, Map.of("kind", "confidential", "legacy", "on"), REDIRECT);
    }

    static AnApp registered(Person developer, Map<String, String> form, String redirect) {
        var answer = form(developer)
                .formParam("name", "Reader")
                .formParam("redirects", redirect)
                .formParams(form)
                .post("/apps");
        var place = answer.statusCode() == 303 ? answer.header("Location") : answer.asString();
        return new AnApp(found(ID, place).orElseThrow(), found(SECRET, place), redirect);
    }

    static RequestSpecification form(Person person) {
        return person.browses()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    public String id() {
        return id;
    }

    String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What it sends people with; each test changes what it is about. */
    Map<String, String> request(String scope) {
        var request = new LinkedHashMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", id);
        request.put("redirect_uri", redirect);
        request.put("scope", scope);
        request.put("state", "a b&c=ü");
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    static Response asks(Person person, Map<String, String> request) {
        return person.browses().redirects().follow(false).queryParams(request).get("/oauth/authorize");
    }

    static Response allows(Person person, Map<String, String> request) {
        return decides(person, request, Map.of("decision", "allow", "form", person.formToken()));
    }

    static Response decides(Person person, Map<String, String> request, Map<String, String> decision) {
        return form(person).formParams(request).formParams(decision).post("/oauth/authorize");
    }

    /** The code that somebody's browser brings, after they allowed this. */
    String code(Person person, String scope) {
        return code(allows(person, request(scope)));
    }

    static String code(Response answer) {
        return answers(leadsTo(answer)).get("code");
    }

    /** Where a browser goes without anybody's doing: by a page that it leaves at once, or to a program on its machine. */
    public static String leadsTo(Response answer) {
        if (answer.statusCode() == 303) {
            return answer.header("Location");
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return found(ONWARD, answer.asString()).map(AnApp::asText).orElseThrow();
    }

    /** Where whoever stays may go by a link. */
    static String links(Response answer) {
        assertThat(answer.header("Location")).isNull();
        assertThat(found(ONWARD, answer.asString())).isEmpty();
        return found(LINK, answer.asString()).map(AnApp::asText).orElseThrow();
    }

    private static String asText(String written) {
        return written.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /** What stands in the address to which a browser is sent. */
    static Map<String, String> answers(String address) {
        return Arrays.stream(address.split("[?#]", 2)[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** A request of this app with its own credentials. */
    RequestSpecification sends() {
        var form = given().contentType("application/x-www-form-urlencoded").formParam("client_id", id);
        secret.ifPresent(shown -> form.formParam("client_secret", shown));
        return form;
    }

    Response exchanges(String code) {
        return exchanges(code, verifier);
    }

    Response exchanges(String code, String shown) {
        return sends().formParam("grant_type", "authorization_code")
                .formParam("code", code)
                .formParam("redirect_uri", redirect)
                .formParam("code_verifier", shown)
                .post("/oauth/token");
    }

    /** Tokens for what somebody allowed. */
    JsonPath tokens(Person person, String scope) {
        return exchanges(code(person, scope)).then().statusCode(200).extract().jsonPath();
    }

    public String token(Person person, String scope) {
        return tokens(person, scope).getString("access_token");
    }

    Response refreshes(String token) {
        return sends().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", token)
                .post("/oauth/token");
    }

    Response revokes(String token) {
        return sends().formParam("token", token).post("/oauth/revoke");
    }

    Response introspects(String token) {
        return sends().formParam("token", token).post("/oauth/introspect");
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    static int status(String token) {
        return with(token).get("/api/v1/account").statusCode();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
