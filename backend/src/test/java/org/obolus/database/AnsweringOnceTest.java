package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnsweringOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SOMEBODY = 1;

    @Inject
    Transactions transactions;

    @Inject
    Idempotency idempotency;

    @Inject
    ForgetAnswers forgetAnswers;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger effects = new AtomicInteger();

    record Effect(int number) {}

    @Test
    void hasOneEffect() {
        var first = once("body", this::effect);
        var again = once("body", this::effect);

        assertThat(again).isEqualTo(first);
        assertThat(effects).hasValue(1);
    }

    @Test
    void refusesWhileTheFirstStillRuns() {
        var running = new CompletableFuture<Void>();
        var mayEnd = new CompletableFuture<Effect>();
        var first = once(request("body"), () -> {
                    running.complete(null);
                    return Uni.createFrom().completionStage(mayEnd);
                })
                .subscribeAsCompletionStage();
        running.join();

        assertThatThrownBy(() -> once("body", this::effect)).isInstanceOf(KeyRefused.InUse.class);
        mayEnd.complete(new Effect(7));

        assertThat(first.join()).isEqualTo(new Effect(7));
        assertThat(once("body", this::effect)).isEqualTo(new Effect(7));
    }

    @Test
    void remembersNothingOfWhatFailed() {
        assertThatThrownBy(() -> once("body", () -> Uni.createFrom().failure(new IllegalStateException("failed"))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once("another body", this::effect)).isEqualTo(new Effect(1));
    }

    @Test
    void keepsAnswersForSevenDays() {
        once("body", this::effect);

        age("6 days 23 hours");
        assertThat(once("body", this::effect)).isEqualTo(new Effect(1));
        age("7 days 1 minute");
        assertThat(once("body", this::effect)).isEqualTo(new Effect(2));
    }

    private void age(String age) {
        transactions
                .run(connection -> Sql.run(
                        connection,
                        "update idempotent_answers set answered_at = now() - $1::text::interval where key = $2",
                        Tuple.of(age, key)))
                .chain(() -> forgetAnswers.forget())
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Effect> effect() {
        return Uni.createFrom().item(() -> new Effect(effects.incrementAndGet()));
    }

    private Effect once(Object body, Supplier<Uni<Effect>> effect) {
        return once(request(body), effect).await().atMost(PATIENCE);
    }

    private Uni<Effect> once(KeyedRequest request, Supplier<Uni<Effect>> effect) {
        return transactions.run(connection -> idempotency.once(connection, request, Effect.class, effect));
    }

    private KeyedRequest request(Object body) {
        return KeyedRequest.of(SOMEBODY, "test", key, body);
    }
}
