package org.obolus.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends one call until it is answered, as patiently as the client was told. */
final class Attempts {

    private static final Set<Integer> NOTHING_DONE = Set.of(429, 503);
    private static final Set<Integer> PERHAPS_DONE = Set.of(502, 504);

    private final Settings settings;
    private final Call<?> call;
    private final Supplier<CompletableFuture<Transport.Answer>> sending;

    Attempts(Settings settings, Call<?> call, Supplier<CompletableFuture<Transport.Answer>> sending) {
        this.settings = settings;
        this.call = call;
        this.sending = sending;
    }

    CompletableFuture<Transport.Answer> begin() {
        return attempt(0, false);
    }

    /** @param isLost whether an earlier attempt may have had its effect without our learning of it */
    private CompletableFuture<Transport.Answer> attempt(int nth, boolean isLost) {
        return sending.get()
                .handle((answer, failure) ->
                        failure == null ? answered(answer, nth, isLost) : failed(cause(failure), nth, isLost))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Transport.Answer> answered(Transport.Answer answer, int nth, boolean isLost) {
        if (isLost && call.method().equals("DELETE") && answer.status() == 404) {
            return CompletableFuture.completedFuture(new Transport.Answer(204, answer.headers(), new byte[0]));
        }
        var pause = RetryAfter.of(answer, settings.clock().instant()).orElseGet(() -> pause(nth));
        var isPatient = pause.compareTo(settings.retries().longestPause()) <= 0;
        if (nth < settings.retries().times() && isPatient && isWorthRepeating(answer)) {
            return repeat(pause, nth, isLost || PERHAPS_DONE.contains(answer.status()));
        }
        return CompletableFuture.completedFuture(answer);
    }

    private boolean isWorthRepeating(Transport.Answer answer) {
        return NOTHING_DONE.contains(answer.status())
                || call.repeatable() && PERHAPS_DONE.contains(answer.status())
                || answer.status() == 409 && answer.text().contains("/idempotency_key_in_use\"");
    }

    private CompletableFuture<Transport.Answer> failed(Throwable failure, int nth, boolean isLost) {
        if (!(failure instanceof IOException)) {
            return CompletableFuture.failedFuture(failure);
        }
        var neverArrived = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        if (nth < settings.retries().times() && (neverArrived || call.repeatable())) {
            return repeat(pause(nth), nth, isLost || !neverArrived);
        }
        var path = call.path().replaceFirst("\\?.*", "");
        return CompletableFuture.failedFuture(new ObolusException.Unreachable(
                call.method() + " " + settings.server() + path + " got no answer: " + words(failure), failure));
    }

    private CompletableFuture<Transport.Answer> repeat(Duration pause, int nth, boolean isLost) {
        return settings.waiting().apply(pause).thenCompose(waited -> attempt(nth + 1, isLost));
    }

    private Duration pause(int nth) {
        return settings.retries().pause(nth, ThreadLocalRandom.current().nextInt(1001));
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
