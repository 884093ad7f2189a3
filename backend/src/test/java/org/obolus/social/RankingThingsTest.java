package org.obolus.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.Calendar;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class RankingThingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    FoldRanks foldRanks;

    @Inject
    Calendar calendar;

    Person alice;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
    }

    @Test
    void sortsByWhatIsFlattredMostTodayThisWeekThisMonthAndEver() {
        var ever = thingFlattred(4);
        daysPass(31);
        var inMonth = thingFlattred(3);
        daysPass(8);
        var inWeek = thingFlattred(2);
        daysPass(1);
        var today = thingFlattred(1);

        assertThat(sorted("flattrs")).containsExactly(ever, inMonth, inWeek, today);
        assertThat(sorted("flattrs_month")).containsExactly(inMonth, inWeek, today, ever);
        assertThat(sorted("flattrs_week")).containsExactly(inWeek, today, inMonth, ever);
        assertThat(sorted("flattrs_day")).containsExactly(today, inWeek, inMonth, ever);
    }

    @Test
    void letsTheTrendForgetHalfOfAFlattrInTwoDays() {
        var old = thingFlattred(3);
        daysPass(2);
        var fresh = thingFlattred(2);

        assertThat(sorted("trend")).containsExactly(fresh, old);

        flattr(old, 1);

        assertThat(sorted("trend")).containsExactly(old, fresh);
    }

    @Test
    void countsDaysOutOfTheirWindowsWithoutAnyClick() {
        var thing = thingFlattred(2);
        assertThat(ranks(thing)).containsExactly(2L, 2L, 2L, 2L);

        daysPass(1);
        assertThat(ranks(thing)).containsExactly(2L, 0L, 2L, 2L);

        daysPass(6);
        assertThat(ranks(thing)).containsExactly(2L, 0L, 0L, 2L);

        daysPass(23);
        assertThat(ranks(thing)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(books.number("select count(*) from thing_ranks where thing_id = ? and due is not null", thing))
                .isZero();
    }

    @Test
    void forgetsDaysThatNoWindowReachesAnyMore() {
        var thing = thingFlattred(1);
        daysPass(5);
        flattr(thing, 1);
        fold();
        daysPass(40);
        flattr(thing, 1);
        fold();

        assertThat(books.number("select count(*) from thing_days where thing_id = ?", thing))
                .isEqualTo(2);
        assertThat(ranks(thing)).containsExactly(3L, 1L, 1L, 1L);
    }

    @Test
    void countsOutWhatIsTakenBack() {
        var bob = supporter();
        var thing = books.thingOf(alice);
        books.flattr(bob, thing);
        fold();

        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(204);
        fold();

        assertThat(ranks(thing)).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void comparesEverythingWhenChangesWereMissed() {
        var thing = thingFlattred(1);
        fold();
        flattr(thing, 2);
        books.run("delete from counter_changes");
        books.run("update ranks_folded set read_at = read_at - interval '1 minute'");

        fold();

        assertThat(ranks(thing)).containsExactly(3L, 3L, 3L, 3L);
    }

    @Test
    void changesNothingWhenItIsDoneTwice() {
        var thing = thingFlattred(2);
        fold();
        var once = ranks(thing);

        books.run("update ranks_folded set mark = '0'");
        fold();

        assertThat(ranks(thing)).isEqualTo(once);
    }

    @Test
    void leavesTheWorkToWhoeverIsAtIt() {
        var thing = thingFlattred(1);

        IntStream.range(0, 4)
                .parallel()
                .forEach(server -> foldRanks.fold().await().atMost(PATIENCE));
        fold();

        assertThat(ranks(thing)).containsExactly(1L, 1L, 1L, 1L);
    }

    private long thingFlattred(int times) {
        var thing = books.thingOf(alice);
        flattr(thing, times);
        fold();
        return thing;
    }

    private void flattr(long thing, int times) {
        IntStream.range(0, times).forEach(time -> books.flattr(supporter(), thing));
    }

    private Person supporter() {
        var supporter = people.person("bob");
        books.means(supporter, "5.00", "5.00");
        return supporter;
    }

    private void daysPass(int days) {
        var now = calendar.now().await().atMost(PATIENCE);
        calendar.moveTo(now.plus(Duration.ofDays(days))).await().atMost(PATIENCE);
        fold();
    }

    private void fold() {
        foldRanks.fold().await().atMost(PATIENCE);
    }

    private List<Long> ranks(long thing) {
        fold();
        return List.of("flattrs", "in_day", "in_week", "in_month").stream()
                .map(rank -> books.number("select " + rank + " from thing_ranks where thing_id = ?", thing))
                .toList();
    }

    private List<Long> sorted(String sort) {
        fold();
        return given().queryParam("user", alice.username())
                .queryParam("sort", sort)
                .get("/api/v1/catalogue")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }
}
