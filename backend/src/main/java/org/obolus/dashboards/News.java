package org.obolus.dashboards;

import java.util.Map;

/** What has just been done, told once at the top of the page that follows; the address names it by its key only. */
final class News {

    static final String UNDONE = "undone";
    static final String STOPPED = "stopped";
    static final String SAVED = "saved";
    static final String DELETED = "deleted";
    static final String ASKED = "asked";
    static final String CONTESTED = "contested";
    static final String PROVEN = "proven";
    static final String OPTED_OUT = "opted-out";
    static final String OPTED_IN = "opted-in";
    static final String GIVEN_UP = "given-up";

    private static final Map<String, String> SENTENCES = Map.of(
            ASKED, "Place the file or the tag that is shown here, then let us look.",
            CONTESTED, "Somebody else had proven this site before. It is decided on the day that is shown here.",
            UNDONE, "That flattr is taken back. The others of this month share what it would have had.",
            STOPPED, "That click no longer waits.",
            SAVED, "It is saved.",
            DELETED, "It is deleted. What was given to it before still counts.",
            PROVEN, "The site is yours. What was held for it becomes your revenue, less the fee.",
            OPTED_OUT, "The site is opted out. Flattrs of this month on it are gone, and new ones are refused.",
            OPTED_IN, "The site can be flattred again.",
            GIVEN_UP, "The site is no longer yours here.");

    private News() {}

    /** The sentence, or null when there is nothing to tell. */
    static String of(String key) {
        return key == null ? null : SENTENCES.get(key);
    }
}
