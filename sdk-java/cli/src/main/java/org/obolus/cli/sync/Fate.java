package org.obolus.cli.sync;

import java.util.Locale;

/** What became of an entry of a feed. */
public enum Fate {
    CREATED,
    CHANGED,
    /** It was sent, and the server knew all of it. */
    UNCHANGED,
    /** Nothing of it has changed since it was sent. */
    NOT_SENT,
    /** It would be sent. */
    DUE,
    /** Its address is registered, but its texts are not taken, for its site is not proven to be the caller's. */
    UNPROVEN,
    SKIPPED,
    REFUSED;

    /** For programs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
