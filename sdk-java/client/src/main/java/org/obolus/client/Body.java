package org.obolus.client;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a request says: only what is there, under the names of the wire. */
final class Body {

    private final Map<String, Object> members = new LinkedHashMap<>();

    static Body empty() {
        return new Body();
    }

    /** Left out when there is nothing. */
    Body with(String name, Object value) {
        var said = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (said != null) {
            members.put(name, plain(said));
        }
        return this;
    }

    Map<String, Object> members() {
        return members;
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Body::plain).toList();
        }
        if (value instanceof Body body) {
            return body.members;
        }
        if (value instanceof Money money) {
            return money.micros();
        }
        return value instanceof ThingId thing
                ? thing.value()
                : value instanceof AccountId account
                        ? account.value()
                        : value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
