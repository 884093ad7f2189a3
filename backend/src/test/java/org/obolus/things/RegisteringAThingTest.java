package org.obolus.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.identities.Identity;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisteringAThingTest {

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
    void makesOneThingOfTwelveRegistrationsAtOnce() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> register(alice, blog.address("/post")))
                .toList();

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers).extracting(RegisteringAThingTest::id).containsOnly(id(answers.get(0)));
    }

    @Test
    void answersWhereTheThingIs() {
        var registered = register(alice, blog.address("/post"));

        registered
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/things/" + id(registered)))
                .body("url", equalTo(blog.address("/post")))
                .body("category", equalTo("rest"))
                .body("hidden", equalTo(false));
    }

    @Test
    void takesHttpAndHttpsForOneThing() {
        var plain = register(alice, "http://same.localhost:" + port() + "/post");
        var secure = register(alice, "https://same.localhost:" + port() + "/post");

        assertThat(id(secure)).isEqualTo(id(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/post?a", "/post?a=1", "/post#a", "/Post", "/post/"})
    void takesEveryOtherDifferenceForAnotherThing(String other) {
        assertThat(id(register(alice, blog.address(other)))).isNotEqualTo(id(register(alice, blog.address("/post"))));
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
    void leavesWhatIsNotSaidAgainAsItWas() {
        blog.provenBy(alice);
        alice.asks()
                .body(Map.of("url", blog.address("/a"), "title", "First title", "category", "audio"))
                .post("/api/v1/things");

        register(alice, blog.address("/a"))
                .then()
                .statusCode(200)
                .body("title", equalTo("First title"))
                .body("category", equalTo("audio"));
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
    void keepsTheAddressAsItsOwnerWritesIt() {
        blog.provenBy(alice);
        register(people.person("bob"), blog.address("/secure"));

        register(alice, blog.address("/secure").replace("http:", "https:"))
                .then()
                .statusCode(200)
                .body("url", equalTo("https://" + blog.host() + "/secure"));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://blog.example/",
                "//blog.example/",
                "blog.example",
                "",
                "http://",
                "https://a b/",
                "https://alice:secret@blog.example/",
                "https://blog.example:99999/"
            })
    void refusesWhatIsNoAddressOnTheWeb(String url) {
        register(alice, url).then().statusCode(422).body("type", equalTo("/problems/not_a_thing_url"));
    }

    @Test
    void refusesAnAddressThatNobodyCouldKeep() {
        register(alice, "https://blog.example/" + "a".repeat(2000))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not_a_thing_url"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, four, 5",
        "title, <b>four</b>, 5",
        "description, four, 5",
        "category, poems,",
        "category, '',",
        "language, tlh,",
        "language, '',"
    })
    void namesTheFieldThatIsNotAcceptable(String field, String value, Integer limit) {
        alice.asks()
                .body(Map.of("url", "https://x.example/", field, value))
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body("field", equalTo(field))
                .body("limit", limit == null ? nullValue() : equalTo(limit));
    }

    @ParameterizedTest
    @CsvSource({"title, 101, 100", "title, 2000000, 100", "description, 1001, 1000", "description, 2000000, 1000"})
    void cutsNothingThatIsTooLong(String field, int length, int limit) {
        alice.asks()
                .body(Map.of("url", "https://x.example/", field, "é".repeat(length)))
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo(field))
                .body("limit", equalTo(limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a,b\"]",
                "[null]",
                "[\"\"]",
                "[\"1234567890123456789012345678901\"]",
                "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\",\"14\",\"15\",\"16\",\"17\","
                        + "\"18\",\"19\",\"20\",\"21\"]"
            })
    void takesOnlyTagsThatAreTags(String tags) {
        alice.asks()
                .body("{\"url\": \"https://x.example/\", \"tags\": " + tags + "}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo("tags"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "\"https://x.example/\"",
                "{\"url\": {}}",
                "{\"url\": \"https://x.example/\", \"tags\": \"a\"}",
                "{\"url\": \"https://x.example/\", \"hidden\": \"perhaps\"}"
            })
    void saysThatABodyCannotBeRead(String body) {
        alice.asks().body(body).post("/api/v1/things").then().statusCode(400);
    }

    @Test
    void keepsNoCharacterThatNobodySees() {
        blog.provenBy(alice);

        alice.asks()
                .body("{\"url\": \"" + blog.address("/nul") + "\", \"title\": \"a\\u0000b\\u202ec\\ud800 def\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("title", equalTo("abc def"));
    }

    @Test
    void isForPeopleWhoAreLoggedIn() {
        given().contentType("application/json")
                .body("{\"url\": \"https://x.example/\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(401);
    }

    private Optional<String> owner(Uni<ThingId> thing) {
        return thing.chain(things::find)
                .await()
                .atMost(Duration.ofSeconds(30))
                .flatMap(found -> found.identity().owner())
                .map(Identity.Owner::username);
    }

    private static String naming(Person person) {
        return "<html><head><meta name=\"obolus:account\" content=\"" + person.username() + "\"></head>";
    }

    private int port() {
        return Integer.parseInt(blog.host().split(":")[1]);
    }

    private static Response register(Person person, String url) {
        return person.asks().body(Map.of("url", url)).post("/api/v1/things");
    }

    private static long id(Response registered) {
        return registered.jsonPath().getLong("id");
    }
}
