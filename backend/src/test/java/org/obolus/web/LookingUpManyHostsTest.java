package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.obolus.testing.Eventually;

class LookingUpManyHostsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final InetAddress[] HERE = {InetAddress.getLoopbackAddress()};

    private static Vertx vertx;

    private final CountDownLatch answered = new CountDownLatch(1);
    private final Names names = new SystemNames(vertx, host -> {
        awaitAnswer();
        return HERE;
    });

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isRefusedWhileTheNameServersOwe64AnswersThoughNobodyWaitsForThem() {
        IntStream.range(0, 64)
                .mapToObj(host -> names.addresses("slow" + host + ".example"))
                .map(lookUp -> lookUp.subscribe().with(found -> {}, failure -> {}))
                .forEach(waiting -> waiting.cancel());

        assertThatThrownBy(this::lookUp).isInstanceOf(FetchRefused.Busy.class);
        answered.countDown();

        Eventually.holds("Look-ups go on", this::isAnswered);
    }

    private boolean isAnswered() {
        try {
            lookUp();
            return true;
        } catch (FetchRefused.Busy stillBusy) {
            return false;
        }
    }

    private void lookUp() {
        assertThat(names.addresses("blog.example").await().atMost(LONG_ENOUGH)).containsExactly(HERE);
    }

    private void awaitAnswer() {
        try {
            answered.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
