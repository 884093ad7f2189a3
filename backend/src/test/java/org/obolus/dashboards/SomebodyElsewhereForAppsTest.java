package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SomebodyElsewhereForAppsTest {

    @Inject
    SomebodyElsewhere elsewhere;

    private AliceElsewhere there;

    @BeforeEach
    void begin() {
        there = elsewhere.alice();
    }

    @AfterEach
    void end() {
        there.close();
    }

    @Test
    void isAskedForByApps() {
        there.bob()
                .asks()
                .queryParam("of", there.handle())
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("person"))
                .body("identity", equalTo(there.identity()))
                .body("url", equalTo(there.address()))
                .body("handle", equalTo("alice"))
                .body("name", equalTo("Alice <b>Liddell</b>"))
                .body("profile", equalTo(there.profile()))
                .body("owner", nullValue());
        there.bob()
                .asks()
                .queryParam("of", "https://unseen.example/post")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200)
                .body("kind", equalTo("page"))
                .body("identity", equalTo("site:unseen.example"))
                .body("url", equalTo("https://unseen.example/post"));
        there.bob()
                .asks()
                .queryParam("of", "@alice")
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(422)
                .body("type", containsString("which_platform"))
                .body("choices.of", contains("github:alice", "gitlab:alice"));
    }

    @Test
    void isRegisteredByAppsByHandleOrIdentity() {
        there.bob()
                .asks()
                .body("{\"handle\": \"" + there.handle() + "\", \"title\": \"Not mine\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("url", equalTo(there.address()))
                .body("title", equalTo("Alice <b>Liddell</b> on Mastodon"))
                .body("category", equalTo("people"))
                .body("identity", equalTo(there.identity()))
                .body("owned", equalTo(false));
        there.bob()
                .asks()
                .body("{\"owner\": \"" + there.identity() + "\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(200)
                .body("url", equalTo(there.address()));
        there.bob()
                .asks()
                .body("{\"owner\": \"site:blog.example\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo("owner"));
        there.bob()
                .asks()
                .body("{\"owner\": \"" + there.identity() + "\", \"url\": \"https://a.example/\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(422);
    }

    @Test
    void isNeverOfThisServersOwnSiteHoweverItIsWritten() {
        there.look(there.handle());

        for (var written : new String[] {there.address() + "?x=1", there.address() + "/", there.address() + "#me"}) {
            there.bob()
                    .asks()
                    .body("{\"url\": \"" + written + "\"}")
                    .post("/api/v1/things")
                    .then()
                    .body("url", equalTo(there.address()))
                    .body("identity", equalTo(there.identity()));
        }
        there.bob()
                .asks()
                .body("{\"things\": [{\"url\": \"" + there.address() + "?bulk\"}]}")
                .post("/api/v1/things/bulk")
                .then()
                .body("outcomes.status", contains("unchanged"))
                .body("outcomes.thing.identity", contains(there.identity()));
    }

    @Test
    void isAskedForWithTheScopeToFlattrOrToRegister() {
        for (var scope : new String[] {"flattr", "thing"}) {
            lookUpWith(scope).statusCode(200).body("identity", equalTo(there.identity()));
        }
        lookUpWith("extendedread").statusCode(403).body("type", containsString("insufficient_scope"));
    }

    private ValidatableResponse lookUpWith(String scope) {
        var token = there.bob()
                .browses()
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("name", "reader", "scopes", List.of(scope)))
                .post("/api/v1/tokens")
                .jsonPath()
                .getString("token");
        return given().header("Authorization", "Bearer " + token)
                .queryParam("of", there.handle())
                .get("/api/v1/identities/lookup")
                .then();
    }

    @Test
    void refusesPeopleWhomNobodyKnows() {
        there.bob()
                .asks()
                .body("{\"url\": \"" + there.server() + "/on/mastodon:"
                        + there.social().host() + "/404\"}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(404)
                .body("type", containsString("no_such_person"));
    }
}
