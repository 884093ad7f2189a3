package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.GivenPages.bulk;
import static org.obolus.things.GivenPages.end;
import static org.obolus.things.GivenPages.flattr;
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
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.identities.PapersInTests.Paper;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EndingGivenPagesTest {

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

    @Test
    void endsByEitherAndWhatWasGivenStays() {
        var fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
        var id = given(olga, host, "path", "/anna", anna);
        register(olga, paper.url("/anna/one"), Map.of());
        register(olga, paper.url("/anna/two"), Map.of());
        flattr(fan, paper.url("/anna/one"));

        end(olga, host, id).then().statusCode(204);
        flattr(fan, paper.url("/anna/two"));

        assertThat(owner(paper.url("/anna/one"))).isEqualTo(olga.username());
        time.settleTheMonth();
        assertThat(books.balance("revenue:" + anna.id())).isEqualTo(Books.micros("2.25"));
        assertThat(books.balance("revenue:" + olga.id())).isEqualTo(Books.micros("2.25"));
        var next = given(olga, host, "path", "/anna", anna);
        anna.asks().delete("/api/v1/assignments/{id}", next).then().statusCode(204);
        assertThat(owner(paper.url("/anna/one"))).isEqualTo(olga.username());
        end(olga, host, next).then().statusCode(404);
    }

    @Test
    void doesNotMoveWhatWasGivenBefore() {
        var fan = people.person("fan");
        books.means(fan, "4.00", "4.00");
        register(olga, paper.url("/anna/one"), Map.of());
        flattr(fan, paper.url("/anna/one"));

        given(olga, host, "path", "/anna", anna);

        time.settleTheMonth();
        assertThat(books.balance("revenue:" + olga.id())).isEqualTo(Books.micros("3.60"));
        assertThat(books.balance("revenue:" + anna.id())).isZero();
    }

    @Test
    void endsWithTheOwnersClaim() {
        given(olga, host, "path", "/anna", anna);
        register(olga, paper.url("/anna/one"), Map.of());

        olga.asks().delete("/api/v1/sites/{host}", host).then().statusCode(204);

        assertThat(owner(paper.url("/anna/one"))).isNull();
        anna.asks().get("/api/v1/assignments").then().body("items", empty());
    }

    @Test
    void endsWhenTheSiteOptsOut() {
        var fan = people.person("fan");
        books.means(fan, "5.00", "5.00");
        given(olga, host, "path", "/anna", anna);
        register(olga, paper.url("/anna/one"), Map.of());

        olga.asks().post("/api/v1/sites/{host}/opt-out", host).then().statusCode(200);

        fan.asks()
                .body(Map.of("url", paper.url("/anna/one")))
                .post("/api/v1/flattrs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/opted_out"));
        give(olga, host, "path", "/anna", anna).then().statusCode(409).body("type", equalTo("/problems/opted_out"));
    }

    @Test
    void endsForWhoeverTheSiteIsProvenByNext() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("lost").provenBy(olga)) {
            given(olga, blog.host(), "path", "/", anna);
            register(olga, blog.address("/one"), Map.of());
            olga.asks().delete("/api/v1/sites/{host}", blog.host());

            blog.provenBy(eve);

            assertThat(owner(blog.address("/one"))).isEqualTo(eve.username());
        }
    }

    @Test
    void bringsNoDeletedPageBack() {
        given(olga, host, "author", "anna", anna);
        var thing = register(olga, paper.url("/one"), Map.of()).jsonPath().getLong("id");
        olga.asks().delete("/api/v1/things/{id}", thing).then().statusCode(204);
        books.run("update things set author = 'anna' where id = ?", thing);

        bulk(people.person("eve"), Map.of("url", paper.url("/one")));

        assertThat(owner(paper.url("/one"))).isNull();
    }

    @Test
    void isNotTakenByAPageThatIsLookedAtAgain() {
        var eve = people.person("eve");
        try (var blog = LittleSite.named("again").provenBy(olga)) {
            blog.with("/anna", "<meta name=obolus:account content=" + eve.username() + ">");
            var thing =
                    register(olga, blog.address("/anna"), Map.of()).jsonPath().getLong("id");
            given(olga, blog.host(), "page", "/anna", anna);

            eve.asks()
                    .post("/api/v1/things/{id}/proof", thing)
                    .then()
                    .statusCode(200)
                    .body("owned", equalTo(false));

            assertThat(owner(blog.address("/anna"))).isEqualTo(anna.username());
        }
    }
}
