package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.apps.AnApp;
import org.obolus.client.AppRegistration;
import org.obolus.client.AppTokens;
import org.obolus.client.Authorization;
import org.obolus.client.OAuthApp;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.RegisteredApp;
import org.obolus.client.Scope;
import org.obolus.client.ThingId;
import org.obolus.examples.ReadersApp;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** An app with the client library, a person with a browser, and the real server between them. */
@QuarkusTest
class ActingForPeopleWithTheSdkTest {

    private static final URI REDIRECT = URI.create("https://app.example/back");

    @Inject
    People people;

    @Inject
    Books books;

    @TestHTTPResource("/")
    URI server;

    ObolusClient anybody;
    Person bob;

    @BeforeEach
    void meet() {
        anybody = ObolusClient.at(server);
        bob = people.person("bob");
    }

    @Test
    void findsOutHowTheServerAuthorizes() {
        var metadata = anybody.apps().metadata();

        assertThat(metadata.tokenEndpoint().getPath()).isEqualTo("/oauth/token");
        assertThat(metadata.codeChallengeMethodsSupported().orElseThrow()).containsExactly("S256");
        assertThat(metadata.scopesSupported().orElseThrow()).contains("flattr", "extendedread");
    }

    @Test
    void flattrsForAPersonWhoAllowsIt() {
        books.means(bob, "5.00", "5.00");
        var thing = new ThingId(books.thingOf(people.person("alice")));
        var known = registered(false);
        var app = new ReadersApp(server, known.clientId(), known.clientSecret().orElseThrow(), REDIRECT);
        var kept = new ArrayList<AppTokens>();
        var asked = app.begin();

        var reader = app.comeBack(asked, decision(asked, "allow"), kept::add);

        assertThat(reader.accounts().me().username()).isEqualTo(bob.username());
        assertThat(reader.flattrs().give(thing).thing()).isEqualTo(thing);
        assertThatThrownBy(() -> reader.budgets().read())
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("insufficient_scope"))
                                .isTrue());
        assertThat(kept)
                .singleElement()
                .satisfies(tokens -> assertThat(tokens.scopes()).containsExactly(Scope.FLATTR));
    }

    @Test
    void renewsAndEndsAPermission() {
        var app = openApp();
        var asked = app.authorization(Set.of(Scope.FLATTR, Scope.THING));
        var tokens = app.exchange(asked, decision(asked, "allow"));

        var renewed = app.refresh(tokens);

        assertThat(renewed.scopes()).isEqualTo(tokens.scopes());
        assertThat(with(renewed).accounts().me().username()).isEqualTo(bob.username());
        app.revoke(renewed);
        assertThatThrownBy(() -> app.refresh(renewed))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("invalid_grant"))
                                .isTrue());
        assertThatThrownBy(() -> with(renewed).accounts().me()).isInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void learnsThatAPersonSaidNo() {
        var app = openApp();
        var asked = app.authorization(Set.of(Scope.FLATTR));

        assertThatThrownBy(() -> app.exchange(asked, decision(asked, "deny")))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("access_denied"))
                                .isTrue());
    }

    @Test
    void takesNobodyElsesAnswer() {
        var app = openApp();
        var asked = app.authorization(Set.of(Scope.FLATTR));
        var other = app.authorization(Set.of(Scope.FLATTR));

        assertThatIllegalArgumentException().isThrownBy(() -> app.exchange(asked, decision(other, "allow")));
    }

    private OAuthApp openApp() {
        return OAuthApp.open(anybody, registered(true).clientId(), REDIRECT);
    }

    private RegisteredApp registered(boolean isOpen) {
        var app = new AppRegistration(
                "Reader", List.of(REDIRECT), isOpen, Set.of(Scope.FLATTR, Scope.THING), Optional.empty());
        return anybody.apps().register(app);
    }

    private ObolusClient with(AppTokens tokens) {
        return ObolusClient.builder(server).token(tokens.accessToken()).build();
    }

    /** Where the person's browser is sent after the page of consent. */
    private URI decision(Authorization asked, String word) {
        var answer = bob.browses()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(parameters(asked.url()))
                .formParam("decision", word)
                .formParam("form", bob.formToken())
                .post("/oauth/authorize");
        return URI.create(AnApp.leadsTo(answer));
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
