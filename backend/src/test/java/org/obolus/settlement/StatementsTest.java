package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class StatementsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    Person alice;
    Person bob;

    @BeforeEach
    void bobFlattrsAliceTwiceAndNobodyOnce() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "2.00", "2.00");
        flattr(books.thingOf(alice));
        flattr(books.thingOfNobody("nobody" + bob.id() + ".example"));
        flattr(books.thingOf(alice));
    }

    @Test
    void sayWhatAClickIsWorthIfTheMonthEndedNow() {
        var worth = bob.asks().get("/api/v1/worth");

        worth.then()
                .statusCode(200)
                .body("pot_micros", equalTo(2_000_000))
                .body("flattrs", equalTo(3))
                .body("each_micros", equalTo(666_666))
                .body("with_one_more_micros", equalTo(500_000));
    }

    @Test
    void showTheSharesOfTheOpenMonthAsProvisional() {
        var statement = bob.asks().get("/api/v1/statements/given/" + time.month());

        statement
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("shares.amount_micros", contains(666_667, 666_667, 666_666))
                .body("shares.state", contains("provisional", "provisional", "provisional"));
    }

    @Test
    void showTheCreatorWhatTheOpenMonthWouldBring() {
        var statement = alice.asks().get("/api/v1/statements/received/" + time.month());

        statement
                .then()
                .statusCode(200)
                .body("gross_micros", equalTo(1_333_333))
                .body("fee_micros", equalTo(133_333))
                .body("net_micros", equalTo(1_200_000));
    }

    @Test
    void tellBothSidesTheSameToTheMicroOnceTheMonthIsSettled() {
        var month = time.settleTheMonth();

        var given = bob.asks().get("/api/v1/statements/given/" + month);
        var received = alice.asks().get("/api/v1/statements/received/" + month);

        given.then()
                .body("pot_micros", equalTo(2_000_000))
                .body("shares.amount_micros", contains(666_667, 666_667, 666_666))
                .body("shares.state", contains("credited", "held", "credited"))
                .body(
                        "shares.receiver",
                        contains(alice.username(), "site:nobody" + bob.id() + ".example", alice.username()));
        received.then().body("gross_micros", equalTo(1_333_333)).body("net_micros", equalTo((int)
                books.balance("revenue:" + alice.id())));
    }

    @Test
    void sayFromTheStartUntilWhenAShareWaits() {
        var until = time.month().next().firstDay().plusMonths(6).plusDays(9);
        var open = bob.asks().get("/api/v1/statements/given/" + time.month());

        var month = time.settleTheMonth();

        open.then().body("shares.held_until", contains(null, until.toString(), null));
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.held_until", contains(null, until.toString(), null));
        assertThat(page(bob, "/statements/given/" + month).replaceAll("<[^>]*>", ""))
                .contains("held, for nobody has claimed it yet: it waits until 10 ", ", then it goes back to you");
        assertThat(bob.asks()
                        .get("/api/v1/statements/given/" + month + ".csv")
                        .asString()
                        .lines())
                .anyMatch(line -> line.endsWith(",held,," + until));
    }

    @Test
    void sayThatAContestMovesTheDayOfReturn() {
        var host = "site:nobody" + bob.id() + ".example";
        var month = time.settleTheMonth();
        var until = month.next().firstDay().plusMonths(6).plusDays(9);
        books.run("""
                insert into contests (identity_id, challenger_id, opened_at, due_at)
                select id, ?, calendar_now(), calendar_now() from identities where name = ?""", alice.id(), host);
        books.run("update identities set contested = true where name = ?", host);
        var contested = bob.asks().get("/api/v1/statements/given/" + month);

        books.run("""
                update contests set decided_at = opened_at + interval '14 days'
                where identity_id = (select id from identities where name = ?)""", host);
        books.run("update identities set contested = false where name = ?", host);

        contested.then().body("shares.state[1]", equalTo("held")).body("shares.held_until[1]", nullValue());
        bob.asks()
                .get("/api/v1/statements/given/" + month)
                .then()
                .body("shares.held_until[1]", equalTo(until.plusDays(14).toString()));
    }

    @Test
    void areFilesForSpreadsheetsToo() {
        var month = time.settleTheMonth();

        var given = bob.asks().get("/api/v1/statements/given/" + month + ".csv").asString();
        var received = alice.asks()
                .get("/api/v1/statements/received/" + month + ".csv")
                .asString();
        var things = alice.asks()
                .get("/api/v1/statements/received/" + month + "/things.csv")
                .asString();

        assertThat(given.lines()).hasSize(4).anyMatch(line -> line.contains(",0.666667,credited"));
        assertThat(received.lines()).hasSize(3).noneMatch(line -> line.contains(bob.username()));
        assertThat(things.lines().findFirst()).contains("period;id;flattr url;url;title;clicks;revenue;clicks total");
        assertThat(things.lines()).hasSize(3).anyMatch(line -> line.endsWith(";1;0,66;1"));
    }

    @Test
    void offerFilesAndFiguresOnlyOnceTheyAreFacts() {
        var open = time.month();
        var before = page(alice, "/statements/received/" + open);
        var overview = page(alice, "/statements");

        time.settleTheMonth();

        assertThat(before).doesNotContain(".csv");
        assertThat(overview).contains("as of now");
        assertThat(page(alice, "/statements/received/" + open)).contains(open + ".csv");
        assertThat(page(bob, "/statements/given/" + open))
                .contains("nobody" + bob.id() + ".example", "aria-label=\"Your pages\"")
                .doesNotContain("site:");
    }

    @Test
    void refuseAMonthThatNeverWas() {
        bob.asks().get("/api/v1/statements/given/1999-01").then().statusCode(404);
        bob.asks().get("/api/v1/statements/given/soon").then().statusCode(422);
    }

    private static String page(Person person, String path) {
        return person.browses()
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void flattr(long thing) {
        bob.asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }
}
