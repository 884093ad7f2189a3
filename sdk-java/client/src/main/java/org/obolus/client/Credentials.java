package org.obolus.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where the client takes its token from, before each request. */
@FunctionalInterface
public interface Credentials {

    /** The token as it is now; may first fetch a new one. */
    CompletionStage<String> token();

    /** A token that stays the same, such as a personal one. */
    static Credentials of(String token) {
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("A token is one word of ASCII characters.");
        }
        return () -> CompletableFuture.completedFuture(token);
    }
}
