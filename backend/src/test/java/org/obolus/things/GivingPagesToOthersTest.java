package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.agree;
import static org.obolus.things.GivenPages.bulk;
import static org.obolus.things.GivenPages.give;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GivingPagesToOthersTest {

    @Inject
    PapersInTests papers;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    private Paper paper;
    private Person olga;
    private Person anna;
    private String host;

    @BeforeEach
    void begin() {
        paper = papers.paper();
        olga = paper.owner();
        anna = paper.writer();
        host = paper.host();
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
        register(olga, paper.url("/anna/one"), Map.of("author", "anna-b"));

        var made = give(olga, host, kind, pages.replace("HOST", host), anna);

        made.then().statusCode(201).body(kind, equalTo(written)).body("state", equalTo("asked"));
        assertThat(owner(paper.url("/anna/one"))).isEqualTo(olga.username());
        agree(anna, made.jsonPath().getLong("id")).then().statusCode(200).body("state", equalTo("in_force"));
        assertThat(owner(paper.url("/anna/one"))).isEqualTo(anna.username());
    }

    @Test
    void isOfWhatIsRegisteredLaterToo() {
        given(olga, host, "author", "anna", anna);
        given(olga, host, "path", "/shop", anna);

        var one = register(olga, paper.url("/one"), Map.of("title", "First words", "author", "Anna"));
        var met = bulk(olga, Map.of("url", paper.url("/two"), "title", "More words", "author", "anna"));
        var clicked = people.person("fan");
        books.means(clicked, "5.00", "5.00");
        clicked.asks().body(Map.of("url", paper.url("/shop/tea"))).post("/api/v1/flattrs");

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
        assertThat(owner(paper.url("/shop/tea"))).isEqualTo(anna.username());
    }

    @Test
    void leavesTheWordsToTheSitesOwnerAndToTheOther() {
        given(olga, host, "author", "anna", anna);
        register(olga, paper.url("/one"), Map.of("title", "First words", "author", "anna"));

        bulk(olga, Map.of("url", paper.url("/one"), "title", "Second words"))
                .then()
                .body("outcomes[0].status", equalTo("changed"))
                .body("outcomes[0].thing.title", equalTo("Second words"))
                .body("outcomes[0].thing.owner", equalTo(anna.username()));
        register(anna, paper.url("/one"), Map.of("title", "Third words"))
                .then()
                .body("title", equalTo("Third words"))
                .body("owned", equalTo(true));
        register(people.person("eve"), paper.url("/one"), Map.of("title", "Evil words"))
                .then()
                .body("title", equalTo("Third words"))
                .body("owned", equalTo(false));
    }

    @Test
    void beginsOnItsDateAndNotBefore() {
        register(olga, paper.url("/anna/one"), Map.of());
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
        papers.beginWhatIsDue();
        assertThat(owner(paper.url("/anna/one"))).isEqualTo(olga.username());

        time.toTheNextMonth();
        papers.beginWhatIsDue();
        assertThat(owner(paper.url("/anna/one"))).isEqualTo(anna.username());
    }

    @Test
    void isAtOnceWhenItsDateIsPast() {
        var wanted = Map.of("path", "/anna", "username", anna.username(), "from", "2011-01-01");
        register(olga, paper.url("/anna/one"), Map.of());

        agree(anna, give(olga, host, wanted).jsonPath().getLong("id")).then().body("state", equalTo("in_force"));

        assertThat(owner(paper.url("/anna/one"))).isEqualTo(anna.username());
    }

    @Test
    void takesTheFirstWordsOfWhoeverReceives() {
        given(olga, host, "path", "/anna", anna);

        register(anna, paper.url("/anna/one"), Map.of("title", "Words of hers"))
                .then()
                .body("owned", equalTo(true))
                .body("title", equalTo("Words of hers"));
        bulk(anna, Map.of("url", paper.url("/anna/two"), "title", "More of hers"))
                .then()
                .body("outcomes[0].owned", equalTo(true))
                .body("outcomes[0].thing.title", equalTo("More of hers"));
    }
}
