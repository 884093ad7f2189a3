package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.bulk;
import static org.obolus.things.GivenPages.given;
import static org.obolus.things.GivenPages.owner;
import static org.obolus.things.GivenPages.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhichPagesAreGivenTest {

    @Inject
    PapersInTests papers;

    @Inject
    People people;

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
    @CsvSource({"path, /anna, /annabel", "path, /anna, /", "page, /anna, /anna/", "page, /a, /a?x=1", "author, bert, /a"
    })
    void leavesOtherPagesToTheSite(String kind, String given, String page) {
        register(olga, paper.url(page), Map.of("author", "anna"));

        given(olga, host, kind, given, anna);

        assertThat(owner(paper.url(page))).isEqualTo(olga.username());
    }

    @ParameterizedTest
    @CsvSource({"/anna", "/anna/", "/anna/one", "/anna?page=2", "/anna#top"})
    void meansEverythingBelowAPath(String page) {
        register(olga, paper.url(page), Map.of());

        given(olga, host, "path", "/anna", anna);

        assertThat(owner(paper.url(page))).isEqualTo(anna.username());
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
            register(olga, paper.url(page), Map.of("author", "anna"));
        }

        assertThat(owner(paper.url("/x"))).isEqualTo(anna.username());
        assertThat(owner(paper.url("/news/x"))).isEqualTo(bert.username());
        assertThat(owner(paper.url("/news/sport/x"))).isEqualTo(cleo.username());
        assertThat(owner(paper.url("/news/sport/final"))).isEqualTo(bert.username());
    }

    @Test
    void followsAPageThatGetsAnotherAuthor() {
        given(olga, host, "author", "anna", anna);
        register(olga, paper.url("/one"), Map.of("author", "anna"));
        register(olga, paper.url("/two"), Map.of("author", "anna"));

        bulk(olga, Map.of("url", paper.url("/one"), "author", "bert"));
        bulk(olga, Map.of("url", paper.url("/two"), "title", "Still hers"));

        assertThat(owner(paper.url("/one"))).isEqualTo(olga.username());
        assertThat(owner(paper.url("/two"))).isEqualTo(anna.username());
        register(olga, paper.url("/two"), Map.of("author", ""));
        assertThat(owner(paper.url("/two"))).isEqualTo(olga.username());
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
        var thing = register(olga, paper.url("/one"), Map.of()).jsonPath().getLong("id");

        olga.asks()
                .body(Map.of("author", "anna"))
                .patch("/api/v1/things/{id}", thing)
                .then()
                .statusCode(200)
                .body("owner", equalTo(anna.username()));
    }
}
