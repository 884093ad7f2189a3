package org.obolus.apps;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.obolus.problems.Problem;
import org.obolus.web.FetchRefused;

/**
 * The job that sends web hooks: several servers share it, and what one of them had in its hands when it died is sent by
 * another, under the same id.
 *
 * <p>An endpoint gets its messages one after another, in their order as long as it takes them. One that is slow keeps
 * nobody else waiting.
 */
@ApplicationScoped
class SendHooks {

    private static final int ENDPOINTS_AT_ONCE = 16;
    private static final int A_TURN = 50;
    private static final int GONE = 410;
    private static final Duration TURN_LASTS = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofSeconds(5);
    private static final Duration FAILING = Duration.ofDays(3);

    /** Three days together. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(18),
            Duration.ofHours(22));

    private final HookQueue queue;
    private final HookCall call;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    SendHooks(HookQueue queue, HookCall call, Clock clock) {
        this.queue = queue;
        this.call = call;
        this.clock = clock;
    }

    /** Begins every second with what is due, whether or not slow endpoints are still being served. */
    @Scheduled(every = "1s")
    Uni<Void> run() {
        var free = ENDPOINTS_AT_ONCE - running.get();
        return free <= 0 ? Uni.createFrom().voidItem() : queue.take(free, LEASE).chain(this::serveAll);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return queue.forget();
    }

    private Uni<Void> serveAll(List<HookEndpoint> endpoints) {
        running.addAndGet(endpoints.size());
        return Multi.createFrom()
                .iterable(endpoints)
                .onItem()
                .transformToUni(endpoint -> serve(endpoint).onTermination().invoke(running::decrementAndGet))
                .merge(ENDPOINTS_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Stops at what fails: the rest waits for the next turn. */
    private Uni<Void> serve(HookEndpoint endpoint) {
        var until = clock.instant().plus(TURN_LASTS);
        return queue.due(endpoint, A_TURN)
                .chain(due -> sendInOrder(endpoint, due, until))
                .chain(allWell -> queue.release(endpoint, allWell ? Duration.ZERO : BREATH))
                .onFailure()
                .invoke(failure -> Log.warnf("Could not serve web hook %d: %s", endpoint.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> sendInOrder(HookEndpoint endpoint, List<HookDelivery> due, Instant until) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(delivery ->
                        clock.instant().isAfter(until) ? Uni.createFrom().item(true) : send(endpoint, delivery))
                .select()
                .first(sent -> sent)
                .collect()
                .asList()
                .map(sent -> sent.size() == due.size());
    }

    private Uni<Boolean> send(HookEndpoint endpoint, HookDelivery delivery) {
        return queue.mayBeSent(endpoint, delivery)
                .chain(may -> may ? call(endpoint, delivery) : Uni.createFrom().item(true));
    }

    private Uni<Boolean> call(HookEndpoint endpoint, HookDelivery delivery) {
        return call.to(endpoint, delivery)
                .chain(status -> isWell(status)
                        ? queue.delivered(endpoint, delivery, status).replaceWith(true)
                        : refused(endpoint, delivery, status).replaceWith(false))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> notSent(endpoint, delivery, problem).replaceWith(false));
    }

    private static boolean isWell(int status) {
        return status >= 200 && status < 300;
    }

    private Uni<Void> refused(HookEndpoint endpoint, HookDelivery delivery, int status) {
        var failure = "It answered with status " + status + ".";
        return queue.failed(endpoint, delivery, status, failure, pauseAfter(delivery.attempts()))
                .chain(() -> queue.disable(endpoint, status == GONE ? "gone" : "failing", FAILING));
    }

    /** That this server was too busy to send is not the endpoint's fault, and no try of it. */
    private Uni<Void> notSent(HookEndpoint endpoint, HookDelivery delivery, Throwable problem) {
        return problem instanceof FetchRefused.Busy
                ? Uni.createFrom().voidItem()
                : queue.failed(endpoint, delivery, null, problem.getMessage(), pauseAfter(delivery.attempts()))
                        .chain(() -> queue.disable(endpoint, "failing", FAILING));
    }

    /** Up to a tenth longer each time, so that what failed together does not come back together. */
    static Optional<Duration> pauseAfter(int earlierAttempts) {
        if (earlierAttempts >= PAUSES.size()) {
            return Optional.empty();
        }
        var pause = PAUSES.get(earlierAttempts).toMillis();
        return Optional.of(Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 10)));
    }
}
