package org.obolus.client;

import java.util.Locale;

/** What kind of thing it is. */
public enum Category {
    TEXT,
    IMAGES,
    VIDEO,
    AUDIO,
    SOFTWARE,
    PEOPLE,
    REST,
    /** One that is newer than this library; it is read and never sent. */
    UNKNOWN;

    /** As servers write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
