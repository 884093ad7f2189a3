package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An address of the caller's that the server tells of events.
 *
 * @param app the client id of the app whose people it is told of; empty where it is told of the caller
 * @param partnerOf whose partner it is, where an operator has made it
 * @param publicKey for {@link WebHookVerifier}, in place of the secret
 * @param failingSince how long it has not taken anything
 * @param disabledFor why nothing is sent any more
 */
public record Hook(
        HookId id,
        URI url,
        List<String> events,
        Optional<String> app,
        Optional<String> partnerOf,
        String publicKey,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt,
        Optional<String> disabledFor,
        Instant createdAt) {

    public Hook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(publicKey, "publicKey");
        events = List.copyOf(events);
    }
}
