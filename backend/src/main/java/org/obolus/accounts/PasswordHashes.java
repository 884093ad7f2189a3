package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.obolus.problems.Unacceptable;

/** Makes and checks password hashes on threads of their own: few at once, and few waiting. */
@ApplicationScoped
class PasswordHashes {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 64;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String OF_NOBODY = Argon2id.hash(Password.typed("nobody has this account"));

    private final WorkerExecutor threads;
    private final AtomicInteger running = new AtomicInteger();

    PasswordHashes(Vertx vertx) {
        threads = vertx.createSharedWorkerExecutor("obolus-passwords", AT_ONCE);
    }

    /** Fails with {@link Unacceptable.Overloaded} when too many are waiting. */
    Uni<String> hash(Password password) {
        return run(() -> Argon2id.hash(password));
    }

    /** Takes the same time when there is no hash to compare with: nobody learns who has an account. */
    Uni<Boolean> matches(Password password, Optional<String> hash) {
        return run(() -> Argon2id.matches(password, hash.orElse(OF_NOBODY)) && hash.isPresent());
    }

    private <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE + MOST_WAITING) {
                running.decrementAndGet();
                return Uni.createFrom().failure(new Unacceptable.Overloaded(RETRY_AFTER_SECONDS));
            }
            var done = threads.executeBlocking(work, false).onComplete(any -> running.decrementAndGet());
            return Uni.createFrom().completionStage(done.toCompletionStage());
        });
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
