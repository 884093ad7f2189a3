package org.obolus.client;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom or what somebody meant: a person on another platform or with an e-mail address, or a page.
 *
 * @param identity who receives what is given, for example {@code github:user:id:583231}; of an e-mail address, what was asked
 *     for
 * @param url what to flattr
 * @param platform where a person is, as identities name it
 * @param handle what they are called there just now
 * @param owner the account that has claimed the identity; nothing while what is given waits
 */
public record LookedUp(
        Kind kind,
        String identity,
        URI url,
        Optional<String> platform,
        Optional<String> handle,
        Optional<String> name,
        Optional<URI> profile,
        Optional<String> owner,
        boolean contested,
        boolean optedOut) {

    public LookedUp {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(url, "url");
    }

    /** Which of these it is. */
    public enum Kind {
        PERSON,
        /** Whoever reads the mail of an address; which account that is, is not told. */
        EMAIL,
        PAGE,
        /** One that is newer than this library. */
        UNKNOWN
    }
}
