package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Examples;
import org.obolus.testing.Person;

/** What docs/apps.md, web-hooks.md and flattr-api.md show works when it is typed in. */
@QuarkusTest
class TheExamplesOfTheDocsTest {

    @TestHTTPResource("/")
    URI root;

    @ConfigProperty(name = "obolus.url")
    String issuer;

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    AnApp app;
    Examples apps;
    String server;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        app = AnApp.of(alice);
        server = root.toString().replaceFirst("/$", "");
        apps = Examples.of("apps.md", server);
    }

    @Test
    void registerAnApp() {
        var registered = json(apps.command("/oauth/register"), Map.of());

        assertThat(registered.getString("client_id")).isNotEmpty();
        assertThat(registered.getString("client_secret")).isNotEmpty();
        assertThat(registered.getString("client_name")).isEqualTo("A blog");
    }

    @Test
    void leadFromTheQuestionToTheFlattr() {
        var tokens = exchange(code());

        var shown = new JsonPath(apps.block("json", "access_token"));
        assertThat(tokens.getMap("")).containsOnlyKeys(shown.getMap("").keySet().toArray());
        assertThat(tokens.getString("token_type")).isEqualTo(shown.getString("token_type"));
        assertThat(tokens.getInt("expires_in")).isEqualTo(shown.getInt("expires_in"));
        assertThat(tokens.getString("scope")).isEqualTo(shown.getString("scope"));

        var thing = books.thingOf(alice);
        var flattr = Examples.run(
                apps.command("/api/v1/flattrs"),
                Map.of("https://blog.example/post", books.urlOf(thing)),
                Map.of("token", tokens.getString("access_token")));
        assertThat(new JsonPath(flattr).getLong("thing")).isEqualTo(thing);
    }

    @Test
    void renewAskAboutAndEndATokenInTurn() {
        var first = exchange(code());
        var renewed = json(apps.command("grant_type=refresh_token"), credentials("REFRESH", first, "refresh_token"));
        assertThat(renewed.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));

        var token = credentials("TOKEN", renewed, "access_token");
        assertThat(json(apps.command("/oauth/introspect"), token).getBoolean("active"))
                .isTrue();
        assertThat(Examples.run(apps.command("/oauth/revoke"), token, Map.of())).isEmpty();
        assertThat(json(apps.command("/oauth/introspect"), token).getBoolean("active"))
                .isFalse();
    }

    @Test
    void showTheRefusalOfASpentCode() {
        var code = code();
        exchange(code);

        var refusal = exchange(code);

        var shown = new JsonPath(apps.block("json", "invalid_grant").replace(server, issuer));
        assertThat(refusal.getString("error")).isEqualTo(shown.getString("error"));
        assertThat(refusal.getString("error_uri")).isEqualTo(shown.getString("error_uri"));
        assertThat(refusal.getString("error_description"))
                .startsWith(shown.getString("error_description").replace("…", ""));
    }

    @Test
    void makeAWebHook() {
        var made = Examples.run(
                Examples.of("web-hooks.md", server).command("/api/v1/hooks"),
                Map.of(),
                Map.of("TOKEN", alice.token(), "OBOLUS", server));

        assertThat(new JsonPath(made).getString("secret")).startsWith("whsec_");
    }

    @Test
    void flattrAsFlattrsClientsDo() {
        var thing = books.thingOf(alice);

        var answer = json(
                Examples.of("flattr-api.md", server).command("/rest/v2/flattr"),
                Map.of("<token>", bob.token(), "https://blog.example/post", books.urlOf(thing)));

        assertThat(answer.getLong("thing.id")).isEqualTo(thing);
    }

    /** As steps 1 and 2 say, up to what the browser brings back. */
    private String code() {
        var made = Examples.run(
                apps.block("", "verifier=$(") + "\nprintf '%s %s' \"$verifier\" \"$challenge\"", Map.of(), Map.of());
        app.verifier = made.split(" ")[0];
        var address = apps.block("", "/oauth/authorize?")
                .replaceAll("\\s", "")
                .replace("ID", app.id)
                .replace("STATE", "the-state")
                .replace("CHALLENGE", made.split(" ")[1]);
        var answers = AnApp.answers(AnApp.leadsTo(AnApp.allows(bob, AnApp.answers(address))));
        assertThat(answers).containsEntry("state", "the-state").containsEntry("iss", issuer);
        return answers.get("code");
    }

    private JsonPath exchange(String code) {
        var command = apps.command("grant_type=authorization_code").replace("code=CODE", "code=" + code);
        return new JsonPath(Examples.run(command, secret(), Map.of("verifier", app.verifier)));
    }

    private Map<String, String> secret() {
        return Map.of("ID:SECRET", app.id + ":" + app.secret.orElseThrow());
    }

    private Map<String, String> credentials(String name, JsonPath tokens, String token) {
        return Map.of("ID:SECRET", app.id + ":" + app.secret.orElseThrow(), name, tokens.getString(token));
    }

    private static JsonPath json(String command, Map<String, String> replaced) {
        return new JsonPath(Examples.run(command, replaced, Map.of()));
    }
}
