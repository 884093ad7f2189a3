package org.obolus.buttons;

import java.util.Optional;
import java.util.UUID;
import org.obolus.web.Secret;

/** What a frame renews its token with: the grant, and a secret that is another after each renewal. */
record Handle(UUID grant, Secret secret) {

    private static final int UUID_LENGTH = 36;

    static Optional<Handle> of(String written) {
        if (written == null || written.length() < UUID_LENGTH + 1 || written.charAt(UUID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            var grant = UUID.fromString(written.substring(0, UUID_LENGTH));
            return Secret.of(written.substring(UUID_LENGTH + 1)).map(secret -> new Handle(grant, secret));
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
        return "a handle of " + grant;
    }
}
