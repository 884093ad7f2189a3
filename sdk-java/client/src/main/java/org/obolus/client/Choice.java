package org.obolus.client;

import java.util.Objects;

/** Something that can be chosen, such as a language: what to send, and how it is called. */
public record Choice(String id, String text) {

    public Choice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }
}
