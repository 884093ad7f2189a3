package org.obolus.identities;

import java.util.Locale;

/**
 * How somebody shows that a site is theirs, strongest first: the fewer people can write there, the stronger. An operator's
 * word is nothing that a look could show; it decides contests only.
 */
enum Proof {
    DNS,
    FILE,
    META,
    REL_ME,
    OPERATOR;

    boolean isStrongerThan(Proof other) {
        return compareTo(other) < 0;
    }

    /** As the claims name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
