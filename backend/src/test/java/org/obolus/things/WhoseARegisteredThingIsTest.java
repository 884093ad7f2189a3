package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.obolus.things.Registrations.id;
import static org.obolus.things.Registrations.naming;
import static org.obolus.things.Registrations.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.identities.Identity;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhoseARegisteredThingIsTest {

    @Inject
    People people;

    @Inject
    Things things;

    private Person alice;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("blog4");
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void givesTheProvenOwnerOfTheSiteTheTexts() {
        blog.provenBy(alice);

        var registered =
                alice.asks().body("""
                        {"url": "%s", "title": "Rye <b>bread</b> &amp; water", "description": "Slow<br>and <i>good</i>.",
                         "category": "text", "language": "en-gb", "tags": ["bread", " rye ", "bread"], "hidden": true}""".formatted(blog.address("/bread"))).post("/api/v1/things");

        registered
                .then()
                .statusCode(201)
                .body("owned", equalTo(true))
                .body("owner", equalTo(alice.username()))
                .body("title", equalTo("Rye bread & water"))
                .body("description", equalTo("Slow\nand good."))
                .body("category", equalTo("text"))
                .body("language", equalTo("en_GB"))
                .body("tags", contains("bread", "rye"))
                .body("hidden", equalTo(true));
        assertThat(blog.visits()).doesNotContain("/bread");
    }

    @Test
    void givesAStrangerNothingAndSaysWhatWouldHelp() {
        blog.with("/post", "<p>hello");

        alice.asks()
                .body(Map.of("url", blog.address("/post"), "title", "Mine, all mine"))
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("owned", equalTo(false))
                .body("title", nullValue())
                .body("owner", nullValue())
                .body("identity", equalTo("site:" + blog.host()))
                .body("detail", containsString("<meta name=\"obolus:account\" content=\"" + alice.username() + "\">"));
    }

    @Test
    void showsTheTextsOfWhoeverProvesTheSiteAfterAStrangerRegisteredIt() {
        var bob = people.person("bob");
        var stranger = Map.of("url", blog.address("/post"), "title", "Mine, all mine", "tags", List.of("spam"));
        var thing = id(bob.asks().body(stranger).post("/api/v1/things"));
        blog.provenBy(alice);

        bob.asks().body(stranger).post("/api/v1/things").then().body("title", nullValue());
        alice.asks()
                .body(Map.of("url", blog.address("/post"), "title", "Bread"))
                .post("/api/v1/things")
                .then()
                .statusCode(200)
                .body("owned", equalTo(true))
                .body("title", equalTo("Bread"));
        bob.asks().body(stranger).post("/api/v1/things");

        alice.asks()
                .get("/api/v1/things/{id}", thing)
                .then()
                .body("title", equalTo("Bread"))
                .body("tags", empty())
                .body("owner", equalTo(alice.username()));
    }

    @Test
    void saysWhyThePageWasNoHelp() {
        register(alice, blog.address("/gone"))
                .then()
                .statusCode(201)
                .body("owned", equalTo(false))
                .body("detail", containsString("The page answered with status 404."));
    }

    @Test
    void givesThePageToWhomItNames() {
        blog.with("/mine", naming(alice));

        alice.asks()
                .body(Map.of("url", blog.address("/mine"), "title", "Mine indeed"))
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("owned", equalTo(true))
                .body("title", equalTo("Mine indeed"))
                .body("identity", equalTo("account:" + alice.id()));
    }

    @Test
    void givesThePageToWhomItNamesWhoeverRegistersIt() {
        var bob = people.person("bob");
        blog.with("/mine", naming(alice));

        register(bob, blog.address("/mine"))
                .then()
                .statusCode(201)
                .body("owned", equalTo(false))
                .body("owner", equalTo(alice.username()));
    }

    @Test
    void putsWhatThePageNamesBeforeTheOwnerOfItsSite() {
        var bob = people.person("bob");
        blog.provenBy(bob).with("/guest", naming(alice));
        register(bob, blog.address("/guest")).then().body("owner", equalTo(bob.username()));

        register(alice, blog.address("/guest")).then().body("owner", equalTo(alice.username()));

        register(bob, blog.address("/guest"))
                .then()
                .body("owned", equalTo(false))
                .body("owner", equalTo(alice.username()));
    }

    @Test
    void isDoneByTheFirstWhoComesUponAPageToo() {
        blog.with("/met", naming(alice));
        var bob = new AccountId(people.person("bob").id());

        var met = things.discover(bob, ThingUrl.of(blog.address("/met")));
        var unread = things.discover(bob, ThingUrl.of(blog.address("/gone")));

        assertThat(owner(met)).contains(alice.username());
        assertThat(owner(unread)).isEmpty();
    }

    @Test
    void looksAtThePageAgainWhenAnybodyAsks() {
        var bob = people.person("bob");
        var thing = id(register(bob, blog.address("/later")));
        blog.with("/later", naming(alice));

        bob.asks()
                .post("/api/v1/things/{id}/proof", thing)
                .then()
                .statusCode(200)
                .body("owned", equalTo(false))
                .body("owner", equalTo(alice.username()));
        blog.with("/later", "<p>nobody");
        alice.asks()
                .post("/api/v1/things/{id}/proof", thing)
                .then()
                .body("owned", equalTo(false))
                .body("identity", equalTo("site:" + blog.host()));
    }

    @Test
    void leavesAThingWithItsOwnerWhileThePageCannotBeRead() {
        blog.with("/mine", naming(alice));
        var thing = id(register(alice, blog.address("/mine")));
        blog.without("/mine");

        alice.asks()
                .post("/api/v1/things/{id}/proof", thing)
                .then()
                .statusCode(200)
                .body("owned", equalTo(true));
    }

    @Test
    void looksAtNoPageTooOften() {
        var thing = id(register(alice, blog.address("/often")));

        var refused = IntStream.range(0, 200)
                .mapToObj(n -> alice.asks().post("/api/v1/things/{id}/proof", thing))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();

        assertThat(refused)
                .hasValueSatisfying(
                        answer -> assertThat(answer.header("Retry-After")).isNotNull());
    }

    private Optional<String> owner(Uni<ThingId> thing) {
        return thing.chain(things::find)
                .await()
                .atMost(Duration.ofSeconds(30))
                .flatMap(found -> found.identity().owner())
                .map(Identity.Owner::username);
    }
}
