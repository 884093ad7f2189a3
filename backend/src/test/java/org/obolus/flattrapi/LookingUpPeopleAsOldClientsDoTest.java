package org.obolus.flattrapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingUpPeopleAsOldClientsDoTest {

    private static final String LOOK_UP = "/rest/v2/things/lookup/";

    @Inject
    People people;

    @Inject
    Books books;

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
