package org.obolus.client;

import java.util.Objects;
import java.util.Optional;

/** An app that a server knows now. Keep both: the secret is shown this once. */
public record RegisteredApp(String clientId, Optional<String> clientSecret) {

    public RegisteredApp {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(clientSecret, "clientSecret");
    }

    /** Without the secret, for what is written to a log. */
    @Override
    public String toString() {
        return "RegisteredApp[clientId=" + clientId + "]";
    }
}
