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
    REST;

    /** As servers write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
