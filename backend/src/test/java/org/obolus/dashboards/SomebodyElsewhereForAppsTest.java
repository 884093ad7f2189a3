package org.obolus.dashboards;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class SomebodyElsewhereForAppsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @ConfigProperty(name = "obolus.url")
    String server;

    private AliceElsewhere there;
    private APlatform social;
    private Person bob;

    @BeforeEach
    void begin() {
        social = APlatform.named("social").withMember("109", "alice", "Alice <b>Liddell</b>");
        bob = people.person("bob");
        there = new AliceElsewhere(bob, social, server);
        books.means(bob, "2.00", "2.00");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void isAskedForByApps() {
        bob.asks()
                .queryParam("of", social.handle("alice"))
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("person"))
                .body("identity", equalTo(there.identity()))
                .body("url", equalTo(there.address()))
                .body("handle", equalTo("alice"))
                .body("name", equalTo("Alice <b>Liddell</b>"))
                .body("profile", equalTo(social.address("/@alice")))
                .body("owner", nullValue());
        bob.asks()
                .queryParam("of", "https://unseen.example/post")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("page"))
                .body("identity", equalTo("site:unseen.example"))
                .body("url", equalTo("https://unseen.example/post"));
        bob.asks()
                .queryParam("of", "@alice")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(422)
                .body("type", containsString("which_platform"))
                .body("choices.of", contains("github:alice", "gitlab:alice"));
    }

    @Test
    void isRegisteredByAppsByHandleOrIdentity() {
        bob.asks()
                .body("{\"handle\": \"" + social.handle("alice") + "\", \"title\": \"Not mine\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("url", equalTo(there.address()))
                .body("title", equalTo("Alice <b>Liddell</b> on Mastodon"))
                .body("category", equalTo("people"))
                .body("identity", equalTo(there.identity()))
                .body("owned", equalTo(false));
        bob.asks()
                .body("{\"owner\": \"" + there.identity() + "\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(200)
                .body("url", equalTo(there.address()));
        bob.asks()
                .body("{\"owner\": \"site:blog.example\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo("owner"));
        bob.asks()
                .body("{\"owner\": \"" + there.identity() + "\", \"url\": \"https://a.example/\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422);
    }

    @Test
    void isNeverOfThisServersOwnSiteHoweverItIsWritten() {
        there.look(social.handle("alice"));

        for (var written : new String[] {there.address() + "?x=1", there.address() + "/", there.address() + "#me"}) {
            bob.asks()
                    .body("{\"url\": \"" + written + "\"}")
                    .post("/api/v1/things")
                    .then()
                    .body("url", equalTo(there.address()))
                    .body("identity", equalTo(there.identity()));
        }
        bob.asks()
                .body("{\"things\": [{\"url\": \"" + there.address() + "?bulk\"}]}")
                .post("/api/v1/things/bulk")
                .then()
                .body("outcomes.status", contains("unchanged"))
                .body("outcomes.thing.identity", contains(there.identity()));
    }

    @Test
    void refusesPeopleWhomNobodyKnows() {
        bob.asks()
                .body("{\"url\": \"" + server + "/on/mastodon:" + social.host() + "/404\"}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(404)
                .body("type", containsString("no_such_person"));
    }
}
