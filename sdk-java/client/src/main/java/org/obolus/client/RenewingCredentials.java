package org.obolus.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Tokens that are refreshed by one request at a time, however many calls wait for them. */
final class RenewingCredentials implements Credentials {

    /** For the way of a request, and for clocks that differ. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final AsyncOAuthApp app;
    private final Clock clock;
    private final Consumer<AppTokens> keeping;
    private AppTokens tokens;
    private CompletableFuture<AppTokens> renewal;

    RenewingCredentials(AsyncOAuthApp app, Clock clock, AppTokens tokens, Consumer<AppTokens> keeping) {
        this.app = app;
        this.clock = clock;
        this.tokens = tokens;
        this.keeping = keeping;
    }

    @Override
    public synchronized CompletionStage<String> token() {
        if (isFresh() || tokens.refreshToken().isEmpty()) {
            return CompletableFuture.completedFuture(tokens.accessToken());
        }
        if (renewal == null) {
            var begun = app.refresh(tokens).thenApply(this::keep);
            renewal = begun;
            begun.whenComplete((renewed, failure) -> end(begun));
            return begun.thenApply(AppTokens::accessToken);
        }
        return renewal.thenApply(AppTokens::accessToken);
    }

    private boolean isFresh() {
        return clock.instant().plus(AHEAD).isBefore(tokens.expiresAt());
    }

    private AppTokens keep(AppTokens renewed) {
        keeping.accept(renewed);
        synchronized (this) {
            tokens = renewed;
        }
        return renewed;
    }

    private synchronized void end(CompletableFuture<AppTokens> ended) {
        if (renewal == ended) {
            renewal = null;
        }
    }
}
