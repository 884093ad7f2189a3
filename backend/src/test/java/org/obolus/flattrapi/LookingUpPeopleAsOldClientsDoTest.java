package org.obolus.flattrapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.web.Limit;
import org.obolus.web.RateLimits;

@QuarkusTest
class LookingUpPeopleAsOldClientsDoTest {

    private static final String LOOK_UP = "/rest/v2/things/lookup/";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    RateLimits limits;

    @ConfigProperty(name = "obolus.url")
    String server;

    private Person bob;
    private APlatform social;

    @BeforeEach
    void begin() {
        bob = people.person("bob");
        books.means(bob, "2.00", "2.00");
        social = APlatform.named("social").withMember("109", "alice", "Alice Liddell");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void asksThePlatformForWhoeverHasAToken() {
        lookUp(AnOldClient.ofNobody(), social.address("/@alice")).statusCode(404);
        assertThat(social.visits()).isEmpty();

        lookUp(bob.asks(), social.address("/@alice")).statusCode(200).body("message", equalTo("flattrable"));
        lookUp(bob.asks(), social.address("/@nobody")).statusCode(404).body("message", equalTo("not_found"));
        lookUp(AnOldClient.ofNobody(), social.address("/@alice"))
                .statusCode(200)
                .body("message", equalTo("flattrable"));
    }

    @Test
    void findsTheirThingByTheirProfileTheirPageAndAnAutoSubmitAddress() {
        bob.asks()
                .body(Map.of("url", social.address("/@alice")))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
        var thing = books.number("select id from things where url = ?", address());

        for (var url : new String[] {
            social.address("/@alice"),
            address(),
            server + "/submit/auto?owner=mastodon:" + social.host() + ":user:id:109",
            "https://flattr.com/submit/auto?owner=mastodon:" + social.host() + ":user:id:109"
        }) {
            lookUp(AnOldClient.ofNobody(), url)
                    .statusCode(302)
                    .header("Location", endsWith("/rest/v2/things/" + thing))
                    .body("message", equalTo("found"));
        }
    }

    @Test
    void findsNobodyWhoHasOptedOutBeforeTheyWereFlattred() {
        lookUp(bob.asks(), social.address("/@alice")).statusCode(200);
        books.run(
                "update identities set opted_out_at = calendar_now() where name = ?",
                "mastodon:" + social.host() + ":user:id:109");

        lookUp(bob.asks(), social.address("/@alice")).statusCode(404).body("message", equalTo("not_found"));
    }

    @Test
    void saysWhenTheLimitOfLookUpsLetsThePlatformBeAskedAgain() {
        lookUp(bob.asks(), social.address("/@alice")).statusCode(200);
        spendTheLookUpsOfBob();

        lookUp(bob.asks(), social.address("/@nobody"))
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("Access-Control-Expose-Headers", containsString("Retry-After"))
                .body("error", equalTo("rate_limit_exceeded"))
                .body("error_description", containsString("You have looked up as many people"))
                .body("error_uri", endsWith("/problems/too_many_requests"));
    }

    @Test
    void saysThatThePlatformIsSilentAndNotWhoseItsSiteIs() {
        lookUp(bob.asks(), social.address("/@alice")).statusCode(200);
        books.siteOf(people.person("carol"), social.host());
        social.answering("/api/v1/accounts/lookup?acct=dora", 503, "", Map.of());

        lookUp(bob.asks(), social.address("/@dora"))
                .statusCode(503)
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_description", containsString("social.localhost does not say who that is"));
    }

    @Test
    void asksNoPlatformForATokenThatMayNeitherFlattrNorRegister() {
        for (var scope : new String[] {"extendedread", "thing", "flattr"}) {
            lookUp(given().header("Authorization", "Bearer " + tokenFor(scope)), social.address("/@alice"))
                    .statusCode("extendedread".equals(scope) ? 404 : 200);

            assertThat(social.visits()).hasSize("extendedread".equals(scope) ? 0 : 1);
        }
    }

    @Test
    void findsNobodyAtThePageOfSomebodyWhomNobodyHasMet() {
        lookUp(AnOldClient.ofNobody(), address()).statusCode(404).body("message", equalTo("not_found"));
        lookUp(bob.asks(), server + "/on/mastodon:" + social.host() + "/404")
                .statusCode(404)
                .body("message", equalTo("not_found"));
        lookUp(bob.asks(), server + "/on/nowhere/1").statusCode(404).body("message", equalTo("not_found"));
        assertThat(social.visits()).containsExactly("/api/v1/accounts/404");
    }

    /** Not by looking people up: the limit of visits is lower, and is another. */
    private void spendTheLookUpsOfBob() {
        var mine = new Limit("look-ups-of", 100, Duration.ofHours(1));
        var key = "account:" + bob.id() + " mastodon:" + social.host();
        while (limits.take(mine, key).await().atMost(Duration.ofSeconds(30)).granted()) {
            assertThat(limits.look(mine, key).left()).isLessThan(mine.quota());
        }
    }

    private String tokenFor(String scope) {
        return bob.browses()
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("name", "reader", "scopes", List.of(scope)))
                .post("/api/v1/tokens")
                .jsonPath()
                .getString("token");
    }

    private static ValidatableResponse lookUp(RequestSpecification client, String url) {
        return client.redirects()
                .follow(false)
                .queryParam("url", url)
                .get(LOOK_UP)
                .then();
    }

    private String address() {
        return server + "/on/mastodon:" + social.host() + "/109";
    }
}
