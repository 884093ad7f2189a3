package org.obolus.client;

import java.util.UUID;

/**
 * What makes a repeated request have its effect once: the server answers the second as it answered the first. The client
 * makes one for each call by itself; name your own where a call has to survive the end of your program.
 */
public record IdempotencyKey(String value) {

    /** @throws IllegalArgumentException when it is not 1 to 255 visible ASCII characters */
    public IdempotencyKey {
        if (!value.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException("An Idempotency-Key is 1 to 255 visible ASCII characters.");
        }
    }

    /** One that nobody has used. */
    public static IdempotencyKey random() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
