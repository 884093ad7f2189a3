package org.obolus.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a server refused something (RFC 9457).
 *
 * @param type what explains it; its last part is the {@link #code()}
 * @param detail a sentence that a person can act on
 * @param members what else the server says about it, for example the {@code field} that is meant
 */
public record Problem(URI type, String title, int status, String detail, Map<String, Object> members) {

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Its name, which stays the same in all versions, for example {@code flattr_once}. */
    public String code() {
        var name = type.toString();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }

    public boolean is(String code) {
        return code().equals(code);
    }

    /** Which field of the request is meant. */
    public Optional<String> field() {
        return Optional.ofNullable(members.get("field")).map(Object::toString);
    }

    /** After how long it is worth trying again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(members.get("retry_after"))
                .filter(Number.class::isInstance)
                .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()));
    }
}
