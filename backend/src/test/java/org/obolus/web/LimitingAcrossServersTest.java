package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.testing.AtOnce;
import org.obolus.testing.MovedByHand;
import org.obolus.testing.TestDatabase;

/** Two servers on one database are two counters that share nothing but the database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LimitingAcrossServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Limit SMALL = new Limit("test-small", 5, Duration.ofMinutes(5));
    private static final Limit LARGE = new Limit("test-large", 200, Duration.ofMinutes(200));

    @Inject
    Vertx vertx;

    @Inject
    Transactions transactions;

    private final MovedByHand clock = new MovedByHand();
    private String alice;
    private RateLimits here;
    private RateLimits there;

    @BeforeEach
    void begin() {
        alice = "alice " + UUID.randomUUID();
        here = new RateLimits(vertx, transactions, clock);
        there = new RateLimits(vertx, transactions, clock);
    }

    @Test
    void letsNoMoreThroughOnTwoServersThanOnOne() {
        var answers = IntStream.range(0, 10)
                .mapToObj(n -> take(n % 2 == 0 ? here : there, SMALL))
                .toList();

        assertThat(answers).extracting(Allowance::granted).startsWith(true, true, true, true, true);
        assertThat(granted(answers)).isEqualTo(5);
        assertThat(answers).extracting(Allowance::left).startsWith(4L, 3L, 2L, 1L, 0L);
    }

    @Test
    void letsNoMoreThroughOfManyAtOnce() {
        var answers = AtOnce.times(12, n -> take(n % 2 == 0 ? here : there, SMALL));

        assertThat(granted(answers)).isEqualTo(5);
    }

    @Test
    void saysWhenToComeBackAndKeepsThatPromise() {
        IntStream.range(0, 5).forEach(n -> take(here, SMALL));

        assertThatThrownBy(() -> there.require(SMALL, alice).await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Unacceptable.TooManyRequests.class,
                        refused -> assertThat(refused.members()).containsEntry("retry_after", 60L));
        clock.move(Duration.ofSeconds(60));
        assertThat(take(there, SMALL).granted()).isTrue();
        assertThat(take(here, SMALL).granted()).isFalse();
    }

    @Test
    void givesBackForAllServers() {
        IntStream.range(0, 5).forEach(n -> take(here, SMALL));

        there.giveBack(SMALL, alice).await().atMost(PATIENCE);

        assertThat(take(here, SMALL).granted()).isTrue();
    }

    @Test
    void keepsNobodyFromAnythingWhereItCannotGiveBack() {
        take(here, SMALL);
        transactions
                .run(connection -> Sql.run(
                        connection,
                        "update rate_limits set state = '\\x01' where key = $1",
                        Tuple.of(LimitKey.of(SMALL, alice).hash())))
                .await()
                .atMost(PATIENCE);

        assertThatCode(() -> there.giveBack(SMALL, alice).await().atMost(PATIENCE))
                .doesNotThrowAnyException();
    }

    @Test
    void letsAWholeQuotaThroughOnOneServerAndATwentiethMoreOnTwo() {
        var alone = IntStream.range(0, 210).mapToObj(n -> take(here, LARGE)).toList();
        clock.move(Duration.ofSeconds(2));
        var more = IntStream.range(0, 30).mapToObj(n -> take(there, LARGE)).toList();

        assertThat(granted(alone)).isEqualTo(200);
        assertThat(granted(more)).isEqualTo(10);
    }

    @Test
    void asksTheDatabaseForATwentiethAtATime() {
        IntStream.range(0, 11).forEach(n -> take(here, LARGE));
        var state = state(LARGE);

        IntStream.range(0, 9).forEach(n -> take(here, LARGE));

        assertThat(state(LARGE)).isEqualTo(state).isNotEmpty();
        assertThat(take(here, LARGE).left()).isEqualTo(179);
        assertThat(state(LARGE)).isNotEqualTo(state);
    }

    @Test
    void asksNobodyForAMomentWhenNothingIsLeft() {
        IntStream.range(0, 201).forEach(n -> take(here, LARGE));
        transactions
                .read(connection -> Sql.run(
                        connection,
                        "delete from rate_limits where key = $1",
                        Tuple.of(LimitKey.of(LARGE, alice).hash())))
                .await()
                .atMost(PATIENCE);

        var refused = IntStream.range(0, 20).mapToObj(n -> take(here, LARGE)).toList();

        assertThat(granted(refused)).isZero();
        assertThat(refused).allMatch(answer -> answer.retryAfterSeconds() == 60);
        assertThat(state(LARGE)).isEmpty();
    }

    @Test
    void tellsWhatIsLeftWithoutCountingThat() {
        IntStream.range(0, 3).forEach(n -> take(here, LARGE));

        IntStream.range(0, 5).forEach(n -> here.look(LARGE, alice));

        assertThat(here.look(LARGE, alice).left()).isEqualTo(197);
        assertThat(here.look(LARGE, alice).granted()).isTrue();
        assertThat(take(here, LARGE).left()).isEqualTo(196);
    }

    @Test
    void keepsNothingOfWhoDoesLittle() {
        IntStream.range(0, 10).forEach(n -> take(here, LARGE));

        assertThat(state(LARGE)).isEmpty();
    }

    @Test
    void keepsKeysAndLimitsApart() {
        IntStream.range(0, 5).forEach(n -> take(here, SMALL));

        assertThat(there.take(SMALL, alice + "'s sister")
                        .await()
                        .atMost(PATIENCE)
                        .granted())
                .isTrue();
        assertThat(take(there, new Limit("test-other", 5, Duration.ofMinutes(5)))
                        .granted())
                .isTrue();
    }

    private Allowance take(RateLimits server, Limit limit) {
        return server.take(limit, alice).await().atMost(PATIENCE);
    }

    private static long granted(List<Allowance> answers) {
        return answers.stream().filter(Allowance::granted).count();
    }

    private List<String> state(Limit limit) {
        var key = LimitKey.of(limit, alice).hash();
        return transactions
                .read(connection -> Sql.list(
                        connection,
                        "select encode(state, 'hex') as state from rate_limits where key = $1",
                        Tuple.of(key),
                        row -> row.getString("state")))
                .await()
                .atMost(PATIENCE)
                .stream()
                .flatMap(Stream::of)
                .toList();
    }
}
