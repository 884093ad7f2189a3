package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class GivingAFlattrTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    Person alice;
    Person bob;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
    }

    @Test
    void countsOnlyOneOfManyClicksAtOnce() throws Exception {
        var thing = books.thingOf(alice);
        var pool = Executors.newFixedThreadPool(12);

        var clicks = IntStream.range(0, 12)
                .mapToObj(i -> pool.submit(() -> click(bob, thing)))
                .toList();

        var answers = new java.util.ArrayList<Integer>();
        for (var click : clicks) {
            answers.add(click.get());
        }
        pool.shutdown();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(books.number("select flattrs from counters where thing_id = ?", thing))
                .isEqualTo(1);
    }

    @Test
    void refusesASecondClickInTheSameMonth() {
        var thing = books.thingOf(alice);
        click(bob, thing);

        var again = bob.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");

        again.then().statusCode(409).body("type", equalTo("/problems/flattr_once"));
    }

    @Test
    void countsAgainInTheNextMonthAsTheSameSupporter() {
        var thing = books.thingOf(alice);
        click(bob, thing);
        time.toTheNextMonth();
        books.deposit(bob, "5.00");

        var answer = click(bob, thing);

        assertThat(answer).isEqualTo(201);
        assertThat(books.numbers("select flattrs from counters where thing_id = ?", thing))
                .containsExactly(2L);
        assertThat(books.numbers("select supporters from counters where thing_id = ?", thing))
                .containsExactly(1L);
    }

    @Test
    void refusesAThingOfOnesOwn() {
        books.means(alice, "5.00", "5.00");
        var thing = books.thingOf(alice);

        var answer = alice.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");

        answer.then().statusCode(409).body("type", equalTo("/problems/flattr_owner"));
    }

    @Test
    void saysWhatIsMissingWhenThereAreNoMeans() {
        var thing = books.thingOf(alice);
        var carol = people.person("carol");

        var without = carol.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");
        books.means(carol, "5.00", "0.00");
        var empty = carol.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");
        books.deposit(carol, "1.00");
        books.run("update budgets set paused = true where supporter_id = ?", carol.id());
        var paused = carol.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");

        without.then().statusCode(402).body("reason", equalTo("no_budget"));
        empty.then().statusCode(402).body("reason", equalTo("no_funds"));
        paused.then().statusCode(402).body("reason", equalTo("paused"));
    }

    @Test
    void answersARepeatedRequestUnderTheSameKeyAsTheFirstTime() {
        var thing = books.thingOf(alice);
        var first = bob.asks()
                .header("Idempotency-Key", "k-1")
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs");

        var again = bob.asks()
                .header("Idempotency-Key", "k-1")
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs");
        var other = bob.asks()
                .header("Idempotency-Key", "k-2")
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs");

        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        other.then().statusCode(409);
    }

    @Test
    void answersARepeatedRequestAsTheFirstTimeEvenWithoutMeansByNow() {
        var thing = books.thingOf(alice);
        var first = bob.asks()
                .header("Idempotency-Key", "k-3")
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs");
        books.run("update budgets set paused = true where supporter_id = ?", bob.id());

        var again = bob.asks()
                .header("Idempotency-Key", "k-3")
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs");

        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void makesAThingOfAPageThatNobodyRegistered() {
        var url = "https://unseen.example/" + System.nanoTime();

        var answer = bob.asks().body("{\"url\":\"" + url + "\"}").post("/api/v1/flattrs");

        answer.then().statusCode(201);
        assertThat(books.number("select count(*) from things where url = ?", url))
                .isEqualTo(1);
    }

    @Test
    void asksAPageThatNobodyRegisteredWhoseItIs() {
        var naming = "<meta name=\"obolus:account\" content=\"" + alice.username() + "\">";
        try (var site = LittleSite.named("author").with("/post", naming)) {
            var body = "{\"url\":\"" + site.address("/post") + "\"}";

            bob.asks().body(body).post("/api/v1/flattrs").then().statusCode(201);

            assertThat(books.number("""
                            select i.account_id from flattrs f join identities i on i.id = f.identity_id
                            join things t on t.id = f.thing_id where t.url = ?""", site.address("/post"))).isEqualTo(alice.id());
        }
    }

    @Test
    void canBeTakenBackUntilTheMonthCloses() {
        var thing = books.thingOf(alice);
        click(bob, thing);

        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(204);

        assertThat(books.number("select flattrs + supporters from counters where thing_id = ?", thing))
                .isZero();
        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(404);
        assertThat(click(bob, thing)).isEqualTo(201);
    }

    @Test
    void judgesByWhatIsLeftWhileThePotOfAnEndedMonthHasNotMoved() {
        var thing = books.thingOf(alice);
        click(bob, thing);
        time.toTheNextMonth();

        var answer = bob.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");

        answer.then().statusCode(402).body("reason", equalTo("no_funds"));
    }

    private int click(Person supporter, long thing) {
        return supporter
                .asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .statusCode();
    }
}
