package org.obolus.client;

import java.util.Objects;

/**
 * A thing that was registered.
 *
 * @param owned whether it is the caller's; what others say about it is not taken
 * @param detail a sentence that says how it stands, and what to do if it should be the caller's
 */
public record Registered(Thing thing, boolean owned, String detail) {

    public Registered {
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(detail, "detail");
    }
}
