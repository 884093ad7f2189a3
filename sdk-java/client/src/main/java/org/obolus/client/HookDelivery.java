package org.obolus.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message to a web hook, sent or to be sent.
 *
 * @param number by which it can be sent once more
 * @param id by which its receiver knows it again
 * @param status what the receiver last answered
 * @param failure why there was no answer
 * @param dueAt when it is tried next
 */
public record HookDelivery(
        long number,
        String id,
        String event,
        Map<String, Object> data,
        Instant happenedAt,
        String state,
        int attempts,
        Optional<Instant> triedAt,
        Optional<Integer> status,
        Optional<String> failure,
        Optional<Instant> dueAt) {

    public HookDelivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(state, "state");
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
