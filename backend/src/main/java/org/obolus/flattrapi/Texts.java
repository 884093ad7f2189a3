package org.obolus.flattrapi;

import org.obolus.things.Changes;

/** What a client says about a thing, in Flattr's fields. */
final class Texts {

    private Texts() {}

    static Changes of(Sent sent) {
        return Changes.of(new Changes.Written(
                said(sent, "title"),
                said(sent, "description"),
                said(sent, "category"),
                said(sent, "language"),
                sent.list("tags").orElse(null),
                sent.flag("hidden").orElse(null)));
    }

    /** An empty field of a form says nothing. */
    private static String said(Sent sent, String name) {
        return sent.field(name).filter(value -> !value.isBlank()).orElse(null);
    }
}
