package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;

/** RFC 7033, where people's addresses have a domain and their server has another name. */
@QuarkusTest
class FindingPeopleByTheirDomainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    AskPlatform ask;

    /** Nobody may have other sites visited more often in a minute than all these tests together do. */
    private final String visitor = "test:" + System.nanoTime();

    private APlatform domain;
    private APlatform server;

    @BeforeEach
    void begin() {
        domain = APlatform.named("example");
        server = APlatform.named("social");
        domain.with(webFinger(), links(server.address("/users/alice")));
        server.with("/api/v1/accounts/lookup?acct=alice%40" + encoded(domain.host()), """
                {"id": "109", "acct": "alice", "display_name": "Alice", "url": "%s"}""".formatted(
                        server.address("/@alice")));
    }

    @AfterEach
    void end() {
        domain.close();
        server.close();
    }

    @Test
    void meansTheServerThatTheDomainNames() {
        assertThat(found().identity().value()).isEqualTo("mastodon:" + server.host() + ":user:id:109");
    }

    @Test
    void isHowTheAddressThatSomebodyTypesIsUnderstood() {
        people.person("bob")
                .asks()
                .queryParam("of", "@alice@" + domain.host())
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("identity", equalTo("mastodon:" + server.host() + ":user:id:109"))
                .body("profile", equalTo(server.address("/@alice")));
    }

    @Test
    void asksTheDomainAlsoWhereItsHostSendsTheQuestionOn() {
        domain.answering(webFinger(), 301, "", Map.of("Location", server.address(webFinger())));
        server.with(webFinger(), links(server.address("/users/alice")));

        assertThat(found().identity().value()).isEqualTo("mastodon:" + server.host() + ":user:id:109");
    }

    @Test
    void sendsTheQuestionOnOnce() {
        domain.answering(webFinger(), 301, "", Map.of("Location", server.address(webFinger())));
        server.answering(webFinger(), 301, "", Map.of("Location", domain.address("/elsewhere")));

        assertNobody();
        assertThat(domain.visits()).doesNotContain("/elsewhere");
    }

    @Test
    void believesNoDomainThatNamesAServerWhichDoesNotKnowIt() {
        server.without("/api/v1/accounts/lookup?acct=alice%40" + encoded(domain.host()))
                .withMember("109", "alice", "Another Alice");

        assertNobody();
    }

    @Test
    void believesNoServerThatCallsThemSomebodyOfAThird() {
        server.with("/api/v1/accounts/lookup?acct=alice%40" + encoded(domain.host()), """
                {"id": "1", "acct": "alice", "display_name": "Alice", "url": "https://third.example/@alice"}""");

        assertNobody();
    }

    @Test
    void doesNotAskWhereTheDomainIsTheServer() {
        domain.withMember("7", "alice", "Alice herself");

        assertThat(found().identity().value()).isEqualTo("mastodon:" + domain.host() + ":user:id:7");
        assertThat(domain.visits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"links\": {}}",
                "{\"links\": [7, {}]}",
                "{\"links\": [{\"rel\": \"self\", \"type\": \"application/activity+json\", \"href\": \"mailto:a@b.example\"}]}",
                "{\"links\": [{\"rel\": \"self\", \"type\": \"text/html\", \"href\": \"https://social.example/\"}]}"
            })
    void findsNobodyWhereTheDomainNamesNoServer(String said) {
        domain.with(webFinger(), said);

        assertNobody();
    }

    private void assertNobody() {
        assertThatThrownBy(this::found)
                .isInstanceOf(PersonRefused.NoSuchPerson.class)
                .hasMessageContaining("knows nobody called @alice@" + domain.host());
    }

    private PlatformUser found() {
        var alice = new PlatformHandle(new PlatformName("mastodon:" + domain.host()), "alice");
        return ask.aboutAddressee(visitor, alice).await().atMost(PATIENCE);
    }

    private String webFinger() {
        return "/.well-known/webfinger?resource=acct%3Aalice%40" + encoded(domain.host());
    }

    private static String links(String actor) {
        return """
                {"subject": "acct:alice@example", "links": [
                  {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": "https://elsewhere.example/"},
                  {"rel": "self", "type": "application/activity+json", "href": "%s"}]}""".formatted(actor);
    }

    private static String encoded(String host) {
        return host.replace(":", "%3A");
    }
}
