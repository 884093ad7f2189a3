package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class ClicksAtMidnightTest {

    private static final int SUPPORTERS = 8;
    private static final int THINGS = 12;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Test
    void endInOneMonthOrTheNextAndAreNeverLost() throws Exception {
        var things = new ArrayList<Long>();
        var alice = people.person("alice");
        for (int i = 0; i < THINGS; i++) {
            things.add(books.thingOf(alice));
        }
        var supporters = new ArrayList<Person>();
        for (int i = 0; i < SUPPORTERS; i++) {
            supporters.add(people.person("bob"));
            books.means(supporters.get(i), "2.00", "100.00");
        }
        var pool = Executors.newFixedThreadPool(SUPPORTERS + 1);

        var clicks = supporters.stream()
                .map(bob -> (Callable<List<String>>) () ->
                        things.stream().map(thing -> monthOfAClick(bob, thing)).toList())
                .map(pool::submit)
                .toList();
        var midnight = pool.submit(time::toTheNextMonth);
        var answers = new ArrayList<String>();
        for (var some : clicks) {
            answers.addAll(some.get());
        }
        var ended = midnight.get();
        pool.shutdown();

        var answered = answers.stream().collect(Collectors.groupingBy(month -> month, Collectors.counting()));
        assertThat(answers).hasSize(SUPPORTERS * THINGS);
        answered.forEach((month, count) -> assertThat(written(month, supporters.get(0), supporters.get(SUPPORTERS - 1)))
                .as(month)
                .isEqualTo(count));
        assertThat(answered.keySet()).isSubsetOf(ended.toString(), ended.next().toString());
        assertThat(books.number(
                        "select count(*) from flattrs f join months m using (month) where f.given_at > m.closed_at"))
                .isZero();
        time.doWhatIsDue();
    }

    private String monthOfAClick(Person bob, long thing) {
        var answer = bob.asks().body("{\"thing\":" + thing + "}").post("/api/v1/flattrs");
        answer.then().statusCode(201);
        return answer.path("month");
    }

    private long written(String month, Person first, Person last) {
        return books.number(
                "select count(*) from flattrs where month = (? || '-01')::date and supporter_id between ? and ?",
                month,
                first.id(),
                last.id());
    }
}
