package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.agree;
import static org.obolus.things.GivenPages.give;
import static org.obolus.things.GivenPages.given;
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
    void goesBeforeWhatThePageSaysOfItself() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("paper").provenBy(olga)) {
            blog.with("/anna", "<meta name=obolus:account content=" + eve.username() + ">");
            given(olga, blog.host(), "page", "/anna", anna);

            register(eve, blog.address("/anna"), Map.of()).then().body("owned", equalTo(false));

            assertThat(owner(blog.address("/anna"))).isEqualTo(anna.username());
        }
    }

    @Test
    void takesTheFirstWordsOfWhoeverReceives() {
        given(olga, host, "path", "/anna", anna);

        register(anna, url("/anna/one"), Map.of("title", "Words of hers"))
                .then()
                .body("owned", equalTo(true))
                .body("title", equalTo("Words of hers"));
        bulk(anna, Map.of("url", url("/anna/two"), "title", "More of hers"))
                .then()
                .body("outcomes[0].owned", equalTo(true))
                .body("outcomes[0].thing.title", equalTo("More of hers"));
    }

    @Test
    void isByAnAuthorAlsoWhereThePageNamesSomebodyElse() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("named").provenBy(olga)) {
            blog.with("/one", "<meta name=obolus:account content=" + eve.username() + ">");
            register(eve, blog.address("/one"), Map.of()).then().body("owned", equalTo(true));
            given(olga, blog.host(), "author", "anna", anna);

            bulk(olga, Map.of("url", blog.address("/one"), "author", "anna"));

            assertThat(owner(blog.address("/one"))).isEqualTo(anna.username());
        }
    }

    @Test
    void followsAnAuthorThatIsChangedAlone() {
        given(olga, host, "author", "anna", anna);
        var thing = register(olga, url("/one"), Map.of()).jsonPath().getLong("id");

        olga.asks()
                .body(Map.of("author", "anna"))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(200)
                .body("owner", equalTo(anna.username()));
    }

    private String url(String path) {
        return "https://" + host + path;
    }

    private void beginWhatIsDue() {
        identities.beginAssignments().await().atMost(Duration.ofSeconds(60));
    }

    private static Response bulk(Person person, Map<String, String> thing) {
        return person.asks().body(Map.of("things", List.of(thing))).post("/api/v1/things/bulk");
    }
}
