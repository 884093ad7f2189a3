package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.APlatform;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

@QuarkusTest
class RegisteringProfilesTest {

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
        social = APlatform.named("social").withMember("109", "alice", "Alice Liddell");
    }

    @AfterEach
    void end() {
        social.close();
    }

    @Test
    void makesOfAKnownProfileWhatASingleRegistrationMakesOfIt() {
        meet("alice");
        var visits = social.visits().size();

        send(social.address("/@alice"), "https://somewhere.example/post")
                .body("outcomes.status", contains("created", "created"))
                .body("outcomes.url", contains(social.address("/@alice"), "https://somewhere.example/post"))
                .body("outcomes[0].thing.url", equalTo(address()))
                .body("outcomes[0].thing.identity", equalTo(identity()))
                .body("outcomes[0].thing.title", equalTo("Alice Liddell on Mastodon"))
                .body("outcomes[0].owned", equalTo(false))
                .body("outcomes[1].thing.identity", equalTo("site:somewhere.example"));
        send(social.address("/@alice"), social.address("/@ALICE"), address() + "?x")
                .body("outcomes.status", contains("unchanged", "unchanged", "unchanged"))
                .body("outcomes[2].thing.identity", equalTo(identity()));

        assertThat(social.visits()).hasSize(visits);
        assertThat(books.number("select count(*) from things where url = ?", social.address("/@alice")))
                .isZero();
    }

    @Test
    void saysWhatToDoWithAProfileOfWhomeverNobodyHasMet() {
        meet("alice");

        send(social.address("/@nobody"), "https://github.com/nobody-" + bob.id(), server + "/on/github/404404")
                .body("outcomes.status", contains("refused", "refused", "refused"))
                .body("outcomes[0].thing", nullValue())
                .body("outcomes[0].problem.type", containsString("not_a_thing_url"))
                .body("outcomes[0].problem.detail", containsString("Send it alone: POST /api/v1/things."));

        assertThat(books.number("select count(*) from things where url like ?", "%nobody-" + bob.id()))
                .isZero();
    }

    @Test
    void leavesPagesThatOnlyLookLikeProfilesToTheOwnerOfTheirSite() {
        try (var blog = LittleSite.named("blog").provenBy(bob)) {
            send(blog.address("/@post"))
                    .body("outcomes.status", contains("created"))
                    .body("outcomes[0].thing.url", equalTo(blog.address("/@post")))
                    .body("outcomes[0].owned", equalTo(true));
        }
    }

    @Test
    void letsWhoeverHasClaimedThemselvesDescribeTheirThing() {
        meet("alice");
        books.run("update identities set account_id = ? where name = ?", bob.id(), identity());

        send(social.address("/@alice")).body("outcomes.status", contains("created"));
        described("Words of my own")
                .body("outcomes.status", contains("changed"))
                .body("outcomes[0].thing.title", equalTo("Words of my own"))
                .body("outcomes[0].owned", equalTo(true));
        described("Words of my own").body("outcomes.status", contains("unchanged"));
    }

    @Test
    void takesWhatIsSaidLastOfSomebodyWhoIsSentByTwoAddresses() {
        meet("alice");
        books.run("update identities set account_id = ? where name = ?", bob.id(), identity());

        bulk(List.of(
                        Map.of("url", address(), "title", "First title", "category", "audio"),
                        Map.of("url", "https://somewhere.example/" + bob.id()),
                        Map.of("url", social.address("/@alice"), "title", "Second title")))
                .body("outcomes.status", contains("created", "created", "unchanged"))
                .body("outcomes.url[2]", equalTo(social.address("/@alice")))
                .body("outcomes[0].thing.title", equalTo("Second title"))
                .body("outcomes[2].thing.title", equalTo("Second title"))
                .body("outcomes[2].thing.category", equalTo("audio"));
    }

    private ValidatableResponse described(String title) {
        return bulk(List.of(Map.of("url", social.address("/@alice"), "title", title)));
    }

    private ValidatableResponse send(String... urls) {
        return bulk(Stream.of(urls).map(url -> Map.of("url", url)).toList());
    }

    private ValidatableResponse bulk(List<Map<String, String>> things) {
        return bob.asks()
                .body(Map.of("things", things))
                .post("/api/v1/things/bulk")
                .then()
                .statusCode(200);
    }

    /** Somebody is known who was looked up once. */
    private void meet(String handle) {
        bob.asks()
                .queryParam("of", social.handle(handle))
                .get("/api/v1/identities/lookup")
                .then()
                .statusCode(200);
    }

    private String identity() {
        return "mastodon:" + social.host() + ":user:id:109";
    }

    private String address() {
        return server + "/on/mastodon:" + social.host() + "/109";
    }
}
