package org.obolus.client;

import java.util.Objects;

/** A web hook that was made, or got new keys, with its secret: it is shown this once. */
public record NewHook(Hook hook, String secret) {

    public NewHook {
        Objects.requireNonNull(hook, "hook");
        Objects.requireNonNull(secret, "secret");
    }

    /** Without the secret, for what is written to a log. */
    @Override
    public String toString() {
        return "NewHook[hook=" + hook + "]";
    }
}
