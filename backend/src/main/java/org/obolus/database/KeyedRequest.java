package org.obolus.database;

import java.util.Optional;
import org.obolus.problems.Unacceptable;

/**
 * A request that moves money, with the Idempotency-Key by which it may be sent again (money.md, rule 19).
 *
 * @param route what is asked for, for example {@code POST /api/v1/deposits}; the same key may serve another route
 * @param body what the request asks, as it was read; two bodies that read the same are the same
 */
public record KeyedRequest(long account, String route, Optional<String> key, Object body) {

    private static final String VISIBLE_ASCII = "[!-~]{1,255}";

    public KeyedRequest {
        if (key.isPresent() && !key.get().matches(VISIBLE_ASCII)) {
            throw new Unacceptable.Malformed(
                    "An Idempotency-Key is 1 to 255 visible ASCII characters, for example a random UUID.");
        }
    }

    /** With the header as it came in, or null for a request without one, which has its effect each time. */
    public static KeyedRequest of(long account, String route, String header, Object body) {
        return new KeyedRequest(account, route, Optional.ofNullable(header), body);
    }
}
