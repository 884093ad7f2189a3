package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class AskingForAccessTest {

    @Inject
    People people;

    @Inject
    Books books;

    @ConfigProperty(name = "obolus.url")
    String issuer;

    Person alice;
    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        app = AnApp.of(alice);
    }

    @Test
    void saysInPlainWordsWhoWantsWhat() {
        var page = AnApp.asks(bob, app.request("flattr budget:read"));

        page.then()
                .statusCode(200)
                .body(containsString("Reader</bdi> act for you?"))
                .body(containsString(alice.username()), containsString(bob.username()))
                .body(containsString("give and take back flattrs"), containsString("see your budget and funds"))
                .body(containsString("<strong class=\"breakable\">app.example</strong>"))
                .body(not(containsString("e-mail address")));
    }

    @Test
    void sendsWhoeverAllowsItBackWithACode() {
        var answer = AnApp.allows(bob, app.request("flattr"));

        assertThat(AnApp.leadsTo(answer)).startsWith(AnApp.REDIRECT + "?");
        assertThat(AnApp.answers(AnApp.leadsTo(answer)))
                .containsEntry("state", "a b&c=ü")
                .containsEntry("iss", issuer)
                .containsOnlyKeys("code", "state", "iss");
        answer.then().header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }

    @Test
    void tellsTheAppThatSomebodyDidNotAllowIt() {
        var answer = AnApp.decides(bob, app.request("flattr"), Map.of("decision", "deny", "form", bob.formToken()));

        assertThat(AnApp.answers(AnApp.leadsTo(answer)))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a b&c=ü")
                .containsEntry("iss", issuer)
                .doesNotContainKey("code");
    }

    @Test
    void letsTheFormLeadNowhereElse() {
        var page = AnApp.asks(bob, app.request("flattr"));

        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
        page.then()
                .header("Content-Security-Policy", endsWith("form-action 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void asksWhoeverIsNotLoggedInToDoThatFirst() {
        var answer = given().redirects()
                .follow(false)
                .accept("text/html")
                .queryParams(app.request("flattr"))
                .get("/oauth/authorize");

        answer.then().statusCode(303).header("Location", startsWith("/log-in?next=%2Foauth%2Fauthorize%3F"));
        assertThat(answer.header("Location")).contains(app.id, "state%3Da%2520b%2526c%253D%25C3%25BC");
    }

    @Test
    void believesNoFormThatIsNotItsOwn() {
        var answer = AnApp.decides(bob, app.request("flattr"), Map.of("decision", "allow"));
        var another = AnApp.decides(bob, app.request("flattr"), Map.of("decision", "allow", "form", alice.formToken()));

        answer.then().statusCode(403).body(containsString("This page was too old"));
        another.then().statusCode(403);
        assertThat(codes()).isZero();
    }

    @Test
    void believesNoFormOfAnotherSite() {
        given().cookie("obolus", bob.session())
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .formParams(app.request("flattr"))
                .formParam("decision", "allow")
                .formParam("form", bob.formToken())
                .post("/oauth/authorize")
                .then()
                .statusCode(403);

        assertThat(codes()).isZero();
    }

    @Test
    void sendsNobodyForAnAppThatIsNotKnown() {
        var request = app.request("flattr");

        for (var id : new String[] {"", "nonsense", "00000000-0000-0000-0000-000000000000"}) {
            request.put("client_id", id);
            staysHere(AnApp.asks(bob, request), "not known here");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://app.example/callback/more",
                "https://app.example/callback?more=1",
                "https://app.example/callback#",
                "https://app.example/Callback",
                "https://app.example:8443/callback",
                "http://app.example/callback",
                "https://app.example.evil.example/callback",
                "https://app.example@evil.example/callback",
                "https://app.example/callback/../../evil",
                "//app.example/callback",
                "javascript:alert(1)"
            })
    void sendsNobodyToAnAddressThatWasNotRegistered(String redirect) {
        var request = app.request("flattr");
        request.put("redirect_uri", redirect);

        staysHere(AnApp.asks(bob, request), "did not register the address");
        staysHere(AnApp.allows(bob, request), "did not register the address");
    }

    @Test
    void sendsNobodyWhenTheAddressIsThereTwice() {
        var answer = bob.browses()
                .redirects()
                .follow(false)
                .queryParams(app.request("flattr"))
                .queryParam("redirect_uri", "https://evil.example/")
                .get("/oauth/authorize");

        staysHere(answer, "more than once");
    }

    @Test
    void knowsTheOneAddressOfAnAppThatNamesNone() {
        var request = app.request("flattr");
        request.remove("redirect_uri");

        assertThat(AnApp.leadsTo(AnApp.allows(bob, request))).startsWith(AnApp.REDIRECT + "?code=");
    }

    @Test
    void goesToAnyPortOfAProgramOnTheSameMachine() {
        var desk = AnApp.registered(alice, Map.of("kind", "public"), "http://127.0.0.1/done");
        var request = desk.request("flattr");

        request.put("redirect_uri", "http://127.0.0.1:49152/done");
        assertThat(AnApp.leadsTo(AnApp.allows(bob, request))).startsWith("http://127.0.0.1:49152/done?code=");

        request.put("redirect_uri", "http://127.0.0.1:49152/other");
        staysHere(AnApp.asks(bob, request), "did not register the address");
        request.put("redirect_uri", "http://127.0.0.1:80@evil.example/done");
        staysHere(AnApp.asks(bob, request), "did not register the address");
    }

    @Test
    void goesToTheSchemeOfAProgram() {
        var phone = AnApp.registered(alice, Map.of("kind", "public"), "org.example.app:/done");

        var page = AnApp.asks(bob, phone.request("flattr"));

        page.then().header("Content-Security-Policy", containsString("form-action 'self' org.example.app:"));
        assertThat(AnApp.leadsTo(AnApp.allows(bob, phone.request("flattr")))).startsWith("org.example.app:/done?code=");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, id_token, unsupported_response_type",
        "scope, flattr everything, invalid_scope",
        "scope, operator, invalid_scope",
        "scope, budget, invalid_scope",
        "scope, site, invalid_scope",
        "scope, FLATTR, invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, short, invalid_request"
    })
    void tellsTheAppAtItsOwnAddressWhatIsWrong(String field, String value, String error) {
        var request = app.request("flattr");
        request.put(field, value);

        var address = AnApp.leadsTo(AnApp.asks(alice, request));

        assertThat(address).startsWith(AnApp.REDIRECT + "?error=");
        assertThat(AnApp.answers(address))
                .containsEntry("error", error)
                .containsEntry("state", "a b&c=ü")
                .containsEntry("iss", issuer)
                .containsKey("error_description");
    }

    @Test
    void leadsNobodyOnUnaskedForAWrongRequestOfAnAppTheyDoNotKnow() {
        var request = app.request("everything");
        var stranger = given().queryParams(request).get("/oauth/authorize");
        var loggedIn = AnApp.asks(bob, request);

        for (var page : List.of(stranger, loggedIn)) {
            page.then()
                    .statusCode(400)
                    .body(containsString("Apps may ask for these scopes"))
                    .body(containsString("<bdi>" + alice.username() + "</bdi>, a member here"))
                    .body(containsString("<strong class=\"breakable\">app.example</strong>"));
            assertThat(AnApp.links(page)).startsWith(AnApp.REDIRECT + "?error=invalid_scope");
        }
    }

    @Test
    void leadsWhoeverLetsTheAppActOnByItself() {
        app.token(bob, "flattr");

        assertThat(AnApp.leadsTo(AnApp.asks(bob, app.request("everything")))).contains("error=invalid_scope");

        bob.browses().formParam("form", bob.formToken()).post("/dashboard/apps/" + app.id + "/end");
        assertThat(AnApp.links(AnApp.asks(bob, app.request("everything")))).contains("error=invalid_scope");
    }

    @Test
    void refusesATokenInAnAddressWhereOldAppsLookForIt() {
        var request = app.request("flattr");
        request.put("response_type", "token");

        var answer = AnApp.asks(alice, request);

        assertThat(AnApp.leadsTo(answer)).startsWith(AnApp.REDIRECT + "#error=unsupported_response_type");
        assertThat(AnApp.answers(AnApp.leadsTo(answer)).get("error_description"))
                .contains("response_type=code");
    }

    @Test
    void wantsAChallengeFromAnAppWithoutASecret() {
        var request = AnApp.withoutASecret(alice).request("flattr");
        request.remove("code_challenge");
        request.remove("code_challenge_method");

        var answer = AnApp.asks(alice, request);

        assertThat(AnApp.answers(AnApp.leadsTo(answer))).containsEntry("error", "invalid_request");
    }

    @Test
    void leadsNobodyOnUnaskedForAnAppThatRegisteredItself() {
        var own = AnApp.of(alice);
        books.run("update apps set owner_id = null where id = ?::uuid", own.id);
        var request = own.request("everything");

        var answer = AnApp.asks(bob, request);

        answer.then()
                .statusCode(400)
                .body(containsString("nobody here knows whose it is"))
                .body(containsString("Apps may ask for these scopes"));
        AnApp.asks(bob, own.request("flattr")).then().body(containsString("This app registered itself"));
    }

    @Test
    void writesWhatAnAppIsCalledAsText() {
        var odd = new HashMap<>(Map.of("kind", "public", "name", "<script>alert(1)</script>"));
        var answer = AnApp.form(alice)
                .formParams(odd)
                .formParam("redirects", AnApp.REDIRECT)
                .post("/apps");
        var id = answer.header("Location").replaceAll("/apps/|\\?.*", "");

        var page = AnApp.asks(bob, new AnApp(id, Optional.empty(), AnApp.REDIRECT).request("flattr"));

        page.then().statusCode(200).body(not(containsString("<script>alert")));
    }

    private long codes() {
        return books.number("select count(*) from app_codes where app_id = ?::uuid", app.id);
    }

    private static void staysHere(Response answer, String sentence) {
        answer.then().statusCode(400).body(containsString(sentence));
        assertThat(answer.header("Location")).isNull();
    }
}
