package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.obolus.things.GivenPages.agree;
import static org.obolus.things.GivenPages.bulk;
import static org.obolus.things.GivenPages.end;
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

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhoMayGivePagesTest {

    @Inject
    PapersInTests papers;

    @Inject
    People people;

    @Inject
    Books books;

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

    @Test
    void isNotWidenedByWhoeverReceives() {
        given(olga, host, "author", "anna", anna);
        var page = given(olga, host, "page", "/guest", anna);
        var thing = register(olga, paper.url("/guest"), Map.of()).jsonPath().getLong("id");

        register(anna, paper.url("/guest"), Map.of("author", "anna"));
        bulk(anna, Map.of("url", paper.url("/guest"), "author", "anna"));
        anna.asks()
                .body(Map.of("author", "anna"))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/thing_owner"));

        end(olga, host, page).then().statusCode(204);
        assertThat(owner(paper.url("/guest"))).isEqualTo(olga.username());
    }

    @Test
    void isConfirmedByTheOwnersOwnWord() {
        var id = give(olga, host, "path", "/anna", anna).jsonPath().getLong("id");
        books.run("update assignments set confirmed_at = null where id = ?", id);

        give(olga, host, "path", "/anna", anna).then().statusCode(200).body("state", equalTo("asked"));

        agree(anna, id).then().statusCode(200);
    }

    @Test
    void isRefusedFromAnotherDay() {
        give(olga, host, "path", "/anna", anna);

        give(olga, host, Map.of("path", "/anna", "username", anna.username(), "from", "2999-01-01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/assigned_already"));
    }

    @Test
    void isAdvisedToAskTheOwnerForWhatIsSomebodyElses() {
        var eve = people.person("eve");
        given(olga, host, "path", "/anna", anna);
        var refused = register(eve, paper.url("/anna/one"), Map.of());
        var thing = refused.jsonPath().getLong("id");

        refused.then()
                .body("owned", equalTo(false))
                .body(
                        "detail",
                        allOf(containsString("gives this page to " + anna.username()), not(containsString("meta"))));
        eve.asks()
                .body(Map.of("title", "Of eve"))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(403)
                .body("detail", allOf(containsString("ask that owner"), not(containsString("name your account"))));
    }
}
