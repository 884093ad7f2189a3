package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class VoidingAFlattrTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    Person olga;
    Person alice;
    Person carol;
    Person bob;
    long ofAlice;
    long ofCarol;

    @BeforeEach
    void bobFlattrsAliceAndCarol() {
        time.settleTheMonth();
        olga = people.operator("olga");
        alice = people.person("alice");
        carol = people.person("carol");
        bob = people.person("bob");
        books.means(bob, "2.00", "2.00");
        ofAlice = books.thingOf(alice);
        ofCarol = books.thingOf(carol);
        flattr(ofAlice);
        flattr(ofCarol);
    }

    @Test
    void byAnOptOutDuringTheReviewTakesBothMonthsOutOfTheCounters() {
        var host = "both-months-" + alice.id() + ".example";
        books.siteOf(alice, host);
        var thing = books.thingOfNobody(host);
        books.means(bob, "2.00", "10.00");
        flattr(thing);
        time.toTheNextMonth();
        flattr(thing);

        alice.asks().post("/api/v1/sites/{host}/opt-out", host).then().statusCode(200);

        assertThat(books.number("select count(*) from flattrs where thing_id = ?", thing))
                .isZero();
        assertThat(books.number("select flattrs + supporters from counters where thing_id = ?", thing))
                .isZero();
    }

    @Test
    void letsTheOthersShareTheSamePot() {
        var month = time.toTheNextMonth();
        time.doWhatIsDue();

        makeVoid(olga, month, ofAlice).then().statusCode(204);
        time.toSettlement();

        assertThat(books.balance("revenue:" + alice.id())).isZero();
        assertThat(books.balance("revenue:" + carol.id())).isEqualTo(1_800_000);
        assertThat(books.number("select flattrs from counters where thing_id = ?", ofAlice))
                .isZero();
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("voided.reason", contains("Clicked by a program."));
    }

    @Test
    void saysWhyToBothSidesAndNamesNobody() {
        var month = time.toTheNextMonth();
        time.doWhatIsDue();
        makeVoid(olga, month, ofAlice);
        time.toSettlement();

        var received = alice.asks().get("/api/v1/statements/received/" + month);
        var page = alice.browses().get("/statements/received/" + month);
        var file = bob.asks().get("/api/v1/statements/given/" + month + ".csv");

        received.then().body("voided.reason", contains("Clicked by a program.")).body("voided.clicks", contains(1));
        assertThat(received.asString()).doesNotContain(bob.username());
        assertThat(page.asString()).contains("Clicked by a program.").doesNotContain(bob.username());
        assertThat(file.asString().lines()).anyMatch(line -> line.endsWith(",0.000000,voided,Clicked by a program.,"));
        carol.asks().get("/api/v1/statements/received/" + month).then().body("voided", empty());
    }

    @Test
    void givesAPotBackWholeWhenNoFlattrIsLeft() {
        var month = time.toTheNextMonth();
        time.doWhatIsDue();

        makeVoid(olga, month, ofAlice);
        makeVoid(olga, month, ofCarol);
        time.toSettlement();

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_000);
        assertThat(books.balance("pool:" + month)).isZero();
    }

    @Test
    void letsTheThingBeFlattredAgainWhileTheMonthIsOpen() {
        makeVoid(olga, time.month(), ofAlice).then().statusCode(204);

        flattr(ofAlice);

        assertThat(books.number("select flattrs from counters where thing_id = ?", ofAlice))
                .isEqualTo(1);
    }

    @Test
    void isTooLateOnceTheMonthIsSettled() {
        var month = time.settleTheMonth();

        makeVoid(olga, month, ofAlice).then().statusCode(409).body("type", equalTo("/problems/month_settled"));
    }

    @Test
    void isForOperatorsAndNeedsAReason() {
        makeVoid(bob, time.month(), ofAlice).then().statusCode(403);
        olga.asks()
                .body("{\"supporter\":%d,\"month\":\"%s\",\"thing\":%d}".formatted(bob.id(), time.month(), ofAlice))
                .post("/api/v1/operator/voids")
                .then()
                .statusCode(422)
                .body("field", equalTo("reason"));
    }

    private Response makeVoid(Person operator, Month month, long thing) {
        return operator.asks()
                .body("{\"supporter\":%d,\"month\":\"%s\",\"thing\":%d,\"reason\":\"Clicked by a program.\"}"
                        .formatted(bob.id(), month, thing))
                .post("/api/v1/operator/voids");
    }

    private void flattr(long thing) {
        bob.asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }
}
