package org.obolus.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells web hooks of the server from those that somebody else made up (Standard Webhooks). It can be shared by all
 * threads.
 */
public final class WebHookVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST_SIGNATURES = 20;

    private final List<WebHookKey> keys;
    private final Clock clock;

    private WebHookVerifier(List<WebHookKey> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * With secrets ({@code whsec_…}) or public keys ({@code whpk_…}); with more than one while they are being replaced.
     *
     * @throws IllegalArgumentException when there is none, or one that is neither
     */
    public static WebHookVerifier of(String... keys) {
        return of(Clock.systemUTC(), keys);
    }

    static WebHookVerifier of(Clock clock, String... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("Without a key nothing can be verified.");
        }
        return new WebHookVerifier(Arrays.stream(keys).map(WebHookKey::of).toList(), clock);
    }

    /**
     * Reads a web hook that one of the keys has signed within the last five minutes.
     *
     * @param header finds a header of the request by its name, for example {@code request::getHeader}; null where there
     *     is none
     * @param body exactly as it came
     * @throws UnverifiedWebHook when it is not the server's, or too old
     */
    public WebHook verify(UnaryOperator<String> header, byte[] body) {
        var id = required(header, "webhook-id");
        var timestamp = required(header, "webhook-timestamp");
        requireRecent(timestamp);
        var content = WebHookKey.content(id, timestamp, body);
        var signatures = required(header, "webhook-signature").split(" ", MOST_SIGNATURES);
        if (Arrays.stream(signatures).noneMatch(signature -> isOurs(content, signature))) {
            throw new UnverifiedWebHook("No signature of this web hook was made with a key that is known here.");
        }
        try {
            return WebHook.read(id, new String(body, StandardCharsets.UTF_8));
        } catch (Json.Unreadable unreadable) {
            throw new UnverifiedWebHook("This web hook cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private boolean isOurs(byte[] content, String signature) {
        var parts = signature.split(",", 2);
        return parts.length == 2
                && decoded(parts[1])
                        .filter(bytes -> keys.stream()
                                .anyMatch(key -> key.version().equals(parts[0]) && key.hasSigned(content, bytes)))
                        .isPresent();
    }

    private void requireRecent(String timestamp) {
        if (!timestamp.matches("\\d{1,11}")) {
            throw new UnverifiedWebHook("The time of this web hook is no number of seconds.");
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new UnverifiedWebHook("This web hook is not from the last five minutes.");
        }
    }

    private static String required(UnaryOperator<String> header, String name) {
        return Optional.ofNullable(header.apply(name))
                .orElseThrow(() -> new UnverifiedWebHook("The header " + name + " is missing."));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
