package org.obolus.apps;

import java.util.Optional;
import java.util.UUID;
import org.obolus.web.Secret;

/** What renews the tokens of a grant, once: it names the grant, and holds a secret that is another each time. */
record RefreshToken(UUID grant, Secret secret) {

    private static final int UUID_LENGTH = 36;

    static RefreshToken of(UUID grant) {
        return new RefreshToken(grant, Secret.random());
    }

    static Optional<RefreshToken> read(String written) {
        if (written.length() < UUID_LENGTH + 1 || written.charAt(UUID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            var grant = UUID.fromString(written.substring(0, UUID_LENGTH));
            return Secret.of(written.substring(UUID_LENGTH + 1)).map(secret -> new RefreshToken(grant, secret));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    String written() {
        return grant + "." + secret.written();
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "a refresh token of " + grant;
    }
}
