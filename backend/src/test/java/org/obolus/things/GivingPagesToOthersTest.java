package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.obolus.things.GivenPages.agree;
import static org.obolus.things.GivenPages.end;
import static org.obolus.things.GivenPages.give;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.identity;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GivingPagesToOthersTest {

    private static final AtomicLong SITES = new AtomicLong();

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    private Person olga;
    private Person anna;
    private String host;

    @BeforeEach
    void begin() {
        olga = people.person("olga");
        anna = people.person("anna");
        host = "paper" + SITES.incrementAndGet() + ".example";
        books.siteOf(olga, host);
    }

    @ParameterizedTest
    @CsvSource({
        "page, /anna/one, /anna/one",
        "page, https://HOST/anna/one, /anna/one",
        "path, /anna/, /anna",
        "path, /, /",
        "author, ' Anna-B ', anna-b"
    })
    void takesEffectOnceTheOtherHasAgreed(String kind, String pages, String written) {
        register(olga, url("/anna/one"), Map.of("author", "anna-b"));

        var made = give(olga, host, kind, pages.replace("HOST", host), anna);

        made.then().statusCode(201).body(kind, equalTo(written)).body("state", equalTo("asked"));
        assertThat(owner(url("/anna/one"))).isEqualTo(olga.username());
        agree(anna, made.jsonPath().getLong("id")).then().statusCode(200).body("state", equalTo("in_force"));
        assertThat(owner(url("/anna/one"))).isEqualTo(anna.username());
    }

    @ParameterizedTest
    @CsvSource({"path, /anna, /annabel", "path, /anna, /", "page, /anna, /anna/", "page, /a, /a?x=1", "author, bert, /a"
    })
    void leavesOtherPagesToTheSite(String kind, String given, String page) {
        register(olga, url(page), Map.of("author", "anna"));

        given(olga, host, kind, given, anna);

        assertThat(owner(url(page))).isEqualTo(olga.username());
    }

    @ParameterizedTest
    @CsvSource({"/anna", "/anna/", "/anna/one", "/anna?page=2", "/anna#top"})
    void meansEverythingBelowAPath(String page) {
        register(olga, url(page), Map.of());

        given(olga, host, "path", "/anna", anna);

        assertThat(owner(url(page))).isEqualTo(anna.username());
    }

    @Test
    void goesByThePageBeforeThePathAndByTheLongerPathBeforeItsAuthor() {
        var bert = people.person("bert");
        var cleo = people.person("cleo");
        given(olga, host, "author", "anna", anna);
        given(olga, host, "path", "/news", bert);
        given(olga, host, "path", "/news/sport", cleo);
        given(olga, host, "page", "/news/sport/final", bert);
        for (var page : List.of("/x", "/news/x", "/news/sport/x", "/news/sport/final")) {
            register(olga, url(page), Map.of("author", "anna"));
        }

        assertThat(owner(url("/x"))).isEqualTo(anna.username());
        assertThat(owner(url("/news/x"))).isEqualTo(bert.username());
        assertThat(owner(url("/news/sport/x"))).isEqualTo(cleo.username());
        assertThat(owner(url("/news/sport/final"))).isEqualTo(bert.username());
    }

    @Test
    void isOfWhatIsRegisteredLaterToo() {
        given(olga, host, "author", "anna", anna);
        given(olga, host, "path", "/shop", anna);

        var one = register(olga, url("/one"), Map.of("title", "First words", "author", "Anna"));
        var met = bulk(olga, Map.of("url", url("/two"), "title", "More words", "author", "anna"));
        var clicked = people.person("fan");
        books.means(clicked, "5.00", "5.00");
        clicked.asks().body(Map.of("url", url("/shop/tea"))).post("/api/v1/flattrs");

        one.then()
                .statusCode(201)
                .body("owner", equalTo(anna.username()))
                .body("owned", equalTo(true))
                .body("title", equalTo("First words"));
        met.then()
                .body("outcomes[0].status", equalTo("created"))
                .body("outcomes[0].owned", equalTo(true))
                .body("outcomes[0].thing.owner", equalTo(anna.username()))
                .body("outcomes[0].thing.title", equalTo("More words"));
        assertThat(owner(url("/shop/tea"))).isEqualTo(anna.username());
    }

    @Test
    void leavesTheWordsToTheSitesOwnerAndToTheOther() {
        given(olga, host, "author", "anna", anna);
        register(olga, url("/one"), Map.of("title", "First words", "author", "anna"));

        bulk(olga, Map.of("url", url("/one"), "title", "Second words"))
                .then()
                .body("outcomes[0].status", equalTo("changed"))
                .body("outcomes[0].thing.title", equalTo("Second words"))
                .body("outcomes[0].thing.owner", equalTo(anna.username()));
        register(anna, url("/one"), Map.of("title", "Third words"))
                .then()
                .body("title", equalTo("Third words"))
                .body("owned", equalTo(true));
        register(people.person("eve"), url("/one"), Map.of("title", "Evil words"))
                .then()
                .body("title", equalTo("Third words"))
                .body("owned", equalTo(false));
    }

    @Test
    void followsAPageThatGetsAnotherAuthor() {
        given(olga, host, "author", "anna", anna);
        register(olga, url("/one"), Map.of("author", "anna"));
        register(olga, url("/two"), Map.of("author", "anna"));

        bulk(olga, Map.of("url", url("/one"), "author", "bert"));
        bulk(olga, Map.of("url", url("/two"), "title", "Still hers"));

        assertThat(owner(url("/one"))).isEqualTo(olga.username());
        assertThat(owner(url("/two"))).isEqualTo(anna.username());
        register(olga, url("/two"), Map.of("author", ""));
        assertThat(owner(url("/two"))).isEqualTo(olga.username());
    }

    @Test
    void endsByEitherAndWhatWasGivenStays() {
        var fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
        var id = given(olga, host, "path", "/anna", anna);
        register(olga, url("/anna/one"), Map.of());
        register(olga, url("/anna/two"), Map.of());
        flattr(fan, "/anna/one");

        end(olga, host, id).then().statusCode(204);
        flattr(fan, "/anna/two");

        assertThat(owner(url("/anna/one"))).isEqualTo(olga.username());
        time.settleTheMonth();
        assertThat(books.balance("revenue:" + anna.id())).isEqualTo(Books.micros("2.25"));
        assertThat(books.balance("revenue:" + olga.id())).isEqualTo(Books.micros("2.25"));
        var next = given(olga, host, "path", "/anna", anna);
        anna.asks().delete("/api/v1/assignments/{id}", next).then().statusCode(204);
        assertThat(owner(url("/anna/one"))).isEqualTo(olga.username());
        end(olga, host, next).then().statusCode(404);
    }

    @Test
    void doesNotMoveWhatWasGivenBefore() {
        var fan = people.person("fan");
        books.means(fan, "4.00", "4.00");
        register(olga, url("/anna/one"), Map.of());
        flattr(fan, "/anna/one");

        given(olga, host, "path", "/anna", anna);

        time.settleTheMonth();
        assertThat(books.balance("revenue:" + olga.id())).isEqualTo(Books.micros("3.60"));
        assertThat(books.balance("revenue:" + anna.id())).isZero();
    }

    @Test
    void beginsOnItsDateAndNotBefore() {
        register(olga, url("/anna/one"), Map.of());
        var from = time.month().next().begins();
        var id = give(
                        olga,
                        host,
                        Map.of(
                                "path",
                                "/anna",
                                "username",
                                anna.username(),
                                "from",
                                from.toString().substring(0, 10)))
                .jsonPath()
                .getLong("id");

        agree(anna, id).then().body("state", equalTo("agreed")).body("from", equalTo(from.toString()));
        beginWhatIsDue();
        assertThat(owner(url("/anna/one"))).isEqualTo(olga.username());

        time.toTheNextMonth();
        beginWhatIsDue();
        assertThat(owner(url("/anna/one"))).isEqualTo(anna.username());
    }

    @Test
    void isAtOnceWhenItsDateIsPast() {
        var wanted = Map.of("path", "/anna", "username", anna.username(), "from", "2011-01-01");
        register(olga, url("/anna/one"), Map.of());

        agree(anna, give(olga, host, wanted).jsonPath().getLong("id")).then().body("state", equalTo("in_force"));

        assertThat(owner(url("/anna/one"))).isEqualTo(anna.username());
    }

    @Test
    void endsWithTheOwnersClaim() {
        given(olga, host, "path", "/anna", anna);
        register(olga, url("/anna/one"), Map.of());

        olga.asks().delete("/api/v1/sites/{host}", host).then().statusCode(204);

        assertThat(owner(url("/anna/one"))).isNull();
        anna.asks().get("/api/v1/assignments").then().body("items", empty());
    }

    @Test
    void endsWhenTheSiteOptsOut() {
        var fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
        given(olga, host, "path", "/anna", anna);
        register(olga, url("/anna/one"), Map.of());

        olga.asks().post("/api/v1/sites/{host}/opt-out", host).then().statusCode(200);

        fan.asks()
                .body(Map.of("url", url("/anna/one")))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"));
        give(olga, host, "path", "/anna", anna).then().statusCode(409).body("type", equalTo("/problems/opted_out"));
    }

    @Test
    void goesBeforeWhatThePageSaysOfItself() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("paper").provenBy(olga)) {
            blog.with("/anna", "<meta name=obolus:account content=" + eve.username() + ">");
            given(olga, blog.host(), "page", "/anna", anna);

            register(eve, blog.address("/anna"), Map.of()).then().body("owned", equalTo(false));

            assertThat(owner(blog.address("/anna"))).isEqualTo(anna.username());
        }
    }

    /** Whoever lost a site could otherwise give its pages to a friend, and what is held while that is decided with them. */
    @Test
    void restsWhileTheSiteIsContested() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("contested").provenBy(olga)) {
            given(olga, blog.host(), "path", "/anna", anna);
            register(olga, blog.address("/anna"), Map.of());
            blog.with(LittleSite.PROOF_FILE, blog.tokenFor(eve));
            eve.asks().post("/api/v1/sites/{host}/verification", blog.host());

            assertThat(identity(blog.address("/anna"))).isEqualTo("site:" + blog.host());
            register(olga, blog.address("/anna/two"), Map.of());
            assertThat(identity(blog.address("/anna/two"))).isEqualTo("site:" + blog.host());
            give(olga, blog.host(), "path", "/more", anna)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/contested"));

            eve.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);
            assertThat(owner(blog.address("/anna"))).isEqualTo(anna.username());
            assertThat(owner(blog.address("/anna/two"))).isEqualTo(anna.username());
        }
    }

    @Test
    void isForTheProvenOwnerOnly() {
        var eve = people.person("eve");
        var id = give(olga, host, "path", "/anna", anna).jsonPath().getLong("id");

        give(eve, host, "path", "/eve", eve).then().statusCode(403);
        end(eve, host, id).then().statusCode(403);
        eve.asks().get("/api/v1/sites/{host}/assignments", host).then().statusCode(403);
        agree(eve, id).then().statusCode(404);
        eve.asks().delete("/api/v1/assignments/{id}", id).then().statusCode(404);
        olga.asks()
                .get("/api/v1/sites/{host}/assignments", host)
                .then()
                .body("items.id", contains((int) id))
                .body("items[0].author", nullValue());
    }

    @Test
    void isNotDoneThroughAnotherSiteOfTheirs() {
        var other = "other-" + host;
        books.siteOf(people.person("eve"), other);
        var id = give(olga, host, "path", "/anna", anna).jsonPath().getLong("id");

        olga.asks()
                .delete("/api/v1/sites/{host}/assignments/{id}", other, id)
                .then()
                .statusCode(403);
        books.siteOf(olga, "second-" + host);
        end(olga, "second-" + host, id).then().statusCode(404);
    }

    @Test
    void isTheSameWhenSaidTwiceAndRefusedForTwoPeople() {
        var first = give(olga, host, "author", "Anna", anna);

        give(olga, host, "author", "anna", anna)
                .then()
                .statusCode(200)
                .body("id", equalTo(first.jsonPath().getInt("id")));
        give(olga, host, "author", "anna", people.person("bert"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/assigned_already"));
    }

    @ParameterizedTest
    @CsvSource({
        "path, https://elsewhere.example/a, anna, path",
        "path, /a?b=c, anna, path",
        "page, a, anna, page",
        "author, ' ', anna, author",
        "path, /a, nobody-of-this-name, username",
        "path, /a, '', username",
        "path, /a, olga, username"
    })
    void refusesWhatCannotBe(String kind, String pages, String to, String field) {
        var username =
                switch (to) {
                    case "anna" -> anna.username();
                    case "olga" -> olga.username();
                    default -> to;
                };

        give(olga, host, Map.of(kind, pages, "username", username))
                .then()
                .statusCode(422)
                .body("field", equalTo(field));
    }

    @Test
    void refusesADateThatIsNone() {
        give(olga, host, Map.of("path", "/a", "username", anna.username(), "from", "tomorrow"))
                .then()
                .statusCode(422)
                .body("field", equalTo("from"));
        give(olga, host, Map.of("path", "/a", "page", "/b", "username", anna.username()))
                .then()
                .statusCode(422)
                .body("field", equalTo("page"));
    }

    private String url(String path) {
        return "https://" + host + path;
    }

    private void flattr(Person fan, String page) {
        fan.asks().body(Map.of("url", url(page))).post("/api/v1/flattrs").then().statusCode(201);
    }

    private void beginWhatIsDue() {
        identities.beginAssignments().await().atMost(Duration.ofSeconds(60));
    }

    private static Response bulk(Person person, Map<String, String> thing) {
        return person.asks().body(Map.of("things", List.of(thing))).post("/api/v1/things/bulk");
    }
}
