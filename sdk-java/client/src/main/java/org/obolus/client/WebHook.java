package org.obolus.client;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened on the server, as a web hook tells it.
 *
 * @param id the same when it is sent again: do once what it asks for
 * @param type for example {@code thing.flattred}
 */
public record WebHook(String id, String type, Instant timestamp, Map<String, Object> data) {

    public WebHook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timestamp, "timestamp");
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Which thing it is about. */
    public Optional<ThingId> thing() {
        return data.get("thing") instanceof Map<?, ?> thing && thing.get("id") instanceof Number id
                ? Optional.of(new ThingId(id.longValue()))
                : Optional.empty();
    }

    /** Whose event it is, where the hook is an app's and tells of all its people. */
    public Optional<String> account() {
        return data.get("account") instanceof String account ? Optional.of(account) : Optional.empty();
    }

    /** Which month it is about. */
    public Optional<YearMonth> month() {
        return data.get("month") instanceof String month ? Optional.of(YearMonth.parse(month)) : Optional.empty();
    }

    static WebHook read(String id, String body) {
        var said = Json.tree(body);
        return new WebHook(
                id,
                Json.value(said.path("type"), String.class),
                Json.value(said.path("timestamp"), Instant.class),
                said.path("data").isObject() ? Json.members(said.path("data")) : Map.of());
    }
}
