package org.obolus.things;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.obolus.things.GivenPages.agree;
import static org.obolus.things.GivenPages.give;
import static org.obolus.things.GivenPages.propose;
import static org.obolus.things.GivenPages.thingToken;
import static org.obolus.things.GivenPages.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.identities.PapersInTests;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LimitsOfGivenPagesTest {

    @Inject
    PapersInTests papers;

    @Inject
    People people;

    @Inject
    Books books;

    private Person olga;
    private Person anna;
    private Person bert;
    private String host;

    @BeforeEach
    void begin() {
        var paper = papers.paper();
        olga = paper.owner();
        anna = paper.writer();
        host = paper.host();
        bert = people.person("bert");
    }

    @Test
    void isOfferedToOnePersonFiftyTimesAtMost() {
        for (int i = 0; i < 50; i++) {
            give(olga, host, "path", "/" + i, anna).then().statusCode(201);
        }

        refuses(give(olga, host, "path", "/more", anna), 50);
        give(olga, host, "path", "/more", bert).then().statusCode(201);
    }

    @Test
    void isForASiteFiveHundredTimesAtMost() {
        give(olga, host, "path", "/first", anna);
        more(499, "calendar_now()");

        refuses(give(olga, host, "path", "/more", bert), 500);
    }

    @Test
    void isOnlyProposedWithATokenThatMayNotSpeakForTheSite() {
        var token = thingToken(olga);

        var proposed = propose(token, host, Map.of("path", "/anna", "username", anna.username()));
        var id = proposed.jsonPath().getLong("id");

        proposed.then().statusCode(201).body("state", equalTo("proposed"));
        with(token)
                .post("/api/v1/sites/{host}/assignments/{id}/confirmation", host, id)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/insufficient_scope"));
        agree(anna, id).then().statusCode(404);
    }

    @Test
    void isProposedFiftyTimesAtMost() {
        var token = thingToken(olga);
        propose(token, host, Map.of("path", "/first", "username", anna.username()));
        more(48, "null");

        propose(token, host, Map.of("path", "/last", "username", anna.username()))
                .then()
                .statusCode(201);
        refuses(propose(token, host, Map.of("path", "/more", "username", anna.username())), 50);
        olga.asks()
                .queryParam("limit", 100)
                .get("/api/v1/sites/{host}/assignments", host)
                .then()
                .body("items", hasSize(50));
    }

    /** Or a program could keep its person from giving anything to anybody. */
    @Test
    void leavesTheOwnersPlacesToTheOwnersWord() {
        propose(thingToken(olga), host, Map.of("path", "/first", "username", anna.username()));
        more(600, "null");

        give(olga, host, "path", "/hers", anna).then().statusCode(201).body("state", equalTo("asked"));
        give(olga, host, "path", "/first", bert)
                .then()
                .statusCode(201)
                .body("username", equalTo(bert.username()))
                .body("state", equalTo("asked"));
        olga.asks()
                .queryParam("limit", 100)
                .get("/api/v1/sites/{host}/assignments", host)
                .then()
                .body("items.findAll { it.path == '/first' }", hasSize(1));
    }

    @Test
    void isNotPassedByConfirmingWhatWasProposed() {
        var token = thingToken(olga);
        var proposed = propose(token, host, Map.of("path", "/first", "username", anna.username()))
                .jsonPath()
                .getLong("id");
        more(500, "calendar_now()");

        refuses(olga.asks().post("/api/v1/sites/{host}/assignments/{id}/confirmation", host, proposed), 500);
        olga.asks()
                .queryParam("limit", 1)
                .get("/api/v1/sites/{host}/assignments", host)
                .then()
                .body("items[0].state", equalTo("proposed"));
    }

    private static void refuses(Response answer, int limit) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/too_many_assignments"))
                .body("limit", equalTo(limit))
                .body("detail", allOf(containsString(limit + " "), not(containsString("null"))));
    }

    /** As many more as the first, for other pages. */
    private void more(int count, String confirmedAt) {
        books.run("""
                insert into assignments (site_id, kind, pattern, receiver_id, from_at, asked_at, confirmed_at)
                select site_id, kind, pattern || n, receiver_id, from_at, asked_at, %s
                from assignments a join identities s on s.id = a.site_id, generate_series(1, ?) n
                where s.name = 'site:' || ? and a.pattern like '%%/first'""".formatted(confirmedAt), count, host);
    }
}
