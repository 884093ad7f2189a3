package org.obolus.apps;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** An app of alice's, and bob, who lets it give for him so often a month and no more. */
record LimitedApp(Books books, Person alice, Person bob, AnApp app) {

    static LimitedApp of(People people, Books books) {
        var alice = people.person("alice");
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        return new LimitedApp(books, alice, bob, AnApp.of(alice));
    }

    String tokenWithALimitOf(String limit) {
        var answer = AnApp.decides(
                bob, app.request("flattr"), Map.of("decision", "allow", "form", bob.formToken(), "limit", limit));
        return app.exchanges(AnApp.code(answer)).path("access_token");
    }

    /** The same for the access that it has already. */
    void limit(String limit) {
        AnApp.form(bob)
                .formParam("limit", limit)
                .post("/dashboard/apps/" + app.id + "/limit")
                .then()
                .statusCode(303);
    }

    /** What it is answered when it flattrs as many things as this. */
    List<Integer> statuses(String token, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> flattr(token, books.thingOf(alice)).statusCode())
                .toList();
    }

    static Response flattr(String token, long thing) {
        return AnApp.with(token).body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");
    }

    long flattrsOfBob() {
        return books.number("select count(*) from flattrs where supporter_id = ?", bob.id());
    }

    /** How many of these count for the app. */
    long given() {
        return books.number("select sum(flattrs) from app_flattrs where app_id = ?::uuid", app.id);
    }
}
