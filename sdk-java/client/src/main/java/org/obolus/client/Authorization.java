package org.obolus.client;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * A person's permission that is being asked for. Keep it in that person's session while they are away.
 *
 * @param url where to send the person
 * @param state what their answer must carry, so that nobody else's answer is taken for theirs
 * @param verifier what proves, when the code is exchanged, that it was we who asked (PKCE)
 */
public record Authorization(URI url, String state, String verifier, Set<Scope> scopes) {

    public Authorization {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(verifier, "verifier");
        scopes = Set.copyOf(scopes);
    }

    /** Without what must stay secret, for what is written to a log. */
    @Override
    public String toString() {
        return "Authorization[scopes=" + scopes + "]";
    }
}
