package org.obolus.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeepingThingsTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    People people;

    @Inject
    Transactions transactions;

    private Person alice;
    private Person bob;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        bob = people.person("bob");
        blog = LittleSite.named("blog5").provenBy(alice);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void letsAnybodyReadAThing() {
        var thing = register(alice, "/post");

        given().get("/api/v1/things/{id}", thing).then().statusCode(200).body("owner", equalTo(alice.username()));
        given().queryParam("url", blog.address("/post"))
                .get("/api/v1/things")
                .then()
                .statusCode(200)
                .body("id", equalTo((int) thing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/things/987654321", "/api/v1/things/x", "/api/v1/things?url=https://none.example/"})
    void saysThatThereIsNoSuchThing(String path) {
        given().get(path).then().statusCode(404).body("type", equalTo("/problems/not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/things", "/api/v1/things?url=nonsense"})
    void looksUpAddressesOnly(String path) {
        given().get(path).then().statusCode(422);
    }

    @Test
    void listsMineTheNewestFirstPageByPage() {
        var registered =
                IntStream.range(0, 5).mapToObj(n -> register(alice, "/" + n)).toList();

        var seen = new ArrayList<Long>();
        var next = "/api/v1/things/mine?limit=2";
        while (next != null) {
            var page = alice.asks().urlEncodingEnabled(false).get(next);
            seen.addAll(page.jsonPath().getList("items.id", Long.class));
            next = nextOf(page);
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(registered)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void listsNothingOfOthers() {
        register(bob, "/post");

        bob.asks().get("/api/v1/things/mine").then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "limit=-1", "cursor=%21", "cursor=YQ"})
    void takesOnlyPagesThatThereAre(String query) {
        alice.asks()
                .urlEncodingEnabled(false)
                .get("/api/v1/things/mine?" + query)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"));
    }

    @Test
    void changesWhatTheOwnerNames() {
        var thing = register(alice, "/post");

        alice.asks()
                .body(Map.of("title", "Another title", "tags", List.of("new"), "hidden", true))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(200)
                .body("title", equalTo("Another title"))
                .body("description", nullValue())
                .body("tags", contains("new"))
                .body("hidden", equalTo(true));
    }

    @Test
    void keepsTheAddressOfAThing() {
        var thing = register(alice, "/post");

        alice.asks()
                .body(Map.of("url", blog.address("/other")))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(422)
                .body("field", equalTo("url"));
    }

    @Test
    void isTheOwnersAlone() {
        var thing = register(alice, "/post");

        bob.asks()
                .body(Map.of("title", "Bob was here"))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/thing_owner"));
        bob.asks()
                .delete("/api/v1/things/{id}", thing)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/thing_owner"));
    }

    @Test
    void deletesAThingAndRestoresItUnderItsNumber() {
        var thing = register(alice, "/post");
        alice.asks().body(Map.of("title", "To be kept")).patch("/api/v1/things/{id}", thing);

        alice.asks().delete("/api/v1/things/{id}", thing).then().statusCode(204);

        given().get("/api/v1/things/{id}", thing).then().statusCode(404);
        alice.asks().get("/api/v1/things/mine").then().body("items", hasSize(0));
        alice.asks().delete("/api/v1/things/{id}", thing).then().statusCode(404);
        assertThat(register(alice, "/post")).isEqualTo(thing);
        given().get("/api/v1/things/{id}", thing).then().statusCode(200).body("title", equalTo("To be kept"));
    }

    @Test
    void letsNoStrangerBringBackWhatItsOwnerDeleted() {
        var thing = register(alice, "/post");
        alice.asks().delete("/api/v1/things/{id}", thing);

        assertThat(register(bob, "/post")).isEqualTo(thing);

        given().get("/api/v1/things/{id}", thing).then().statusCode(404);
    }

    @Test
    void listsCategoriesAndLanguages() {
        given().get("/api/v1/categories")
                .then()
                .statusCode(200)
                .body("id", contains("text", "images", "video", "audio", "software", "people", "rest"))
                .body("text", hasItem("Other"));
        given().get("/api/v1/languages")
                .then()
                .statusCode(200)
                .body("id", hasItem("sv_SE"))
                .body("find { it.id == 'en_GB' }.text", equalTo("English (United Kingdom)"));
    }

    @Test
    void findsAddressesAndTheThingsOfAnOwnerWithoutReadingThemAll() {
        var thing = register(alice, "/post");
        fill();

        var byAddress = plan(ThingRows.BY_KEY, Tuple.of(blog.host() + "/post"));
        var byId = plan(ThingRows.BY_ID, Tuple.of(thing));
        var mine = plan(ThingRows.MINE, Tuple.of(alice.id(), Long.MAX_VALUE, 31));

        assertThat(List.of(byAddress, byId, mine))
                .allSatisfy(plan -> assertThat(plan)
                        .doesNotContain("Seq Scan on things")
                        .doesNotContain("Seq Scan on identities")
                        .contains("Index"));
    }

    private void fill() {
        transactions
                .run(connection -> Sql.run(connection, """
                        insert into identities (name)
                        select 'site:fill' || n || '.example' from generate_series(1, 5000) n on conflict do nothing""", Tuple.tuple())
                        .chain(() -> Sql.run(connection, """
                        insert into things (url, url_key, identity_id, created_at, updated_at)
                        select 'https://' || substr(name, 6) || '/', substr(name, 6) || '/', id, now(), now()
                        from identities where name like 'site:fill%' on conflict do nothing""", Tuple.tuple()))
                        .chain(() -> Sql.run(connection, "analyze things", Tuple.tuple()))
                        .chain(() -> Sql.run(connection, "analyze identities", Tuple.tuple())))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private String plan(String sql, Tuple values) {
        var lines = transactions
                .read(connection -> Sql.list(connection, "explain " + sql, values, row -> row.getString(0)))
                .await()
                .atMost(Duration.ofSeconds(10));
        return String.join("\n", lines);
    }

    private static String nextOf(Response page) {
        return page.headers().getValues("Link").stream()
                .map(NEXT::matcher)
                .filter(link -> link.find())
                .map(link -> link.group(1))
                .findFirst()
                .orElse(null);
    }

    private long register(Person person, String path) {
        return person.asks()
                .body(Map.of("url", blog.address(path)))
                .post("/api/v1/things")
                .jsonPath()
                .getLong("id");
    }
}
