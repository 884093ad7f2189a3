package org.obolus.dashboards;

import static java.util.Map.entry;

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
    static final String SUBSCRIBED = "subscribed";
    static final String PAUSED = "paused";
    static final String RESUMED = "resumed";
    static final String ENDED = "ended";
    static final String DISCONNECTED = "disconnected";
    static final String APP_ENDED = "app-ended";
    static final String REMOVED = "removed";
    static final String OFFERED = "offered";
    static final String AGREED = "agreed";
    static final String PAGES_BACK = "pages-back";
    static final String CLAIMED = "claimed";
    static final String STALE = "stale";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            entry(ASKED, "Place one of the proofs that are shown here, then let us look."),
            entry(CONTESTED, "Somebody else had proven this site before. It is decided on the day that is shown here."),
            entry(UNDONE, "That flattr is taken back. The others of this month share what it would have had."),
            entry(STOPPED, "That click no longer waits."),
            entry(SAVED, "It is saved."),
            entry(DELETED, "It is deleted. What was given to it before still counts."),
            entry(PROVEN, "The site is yours. What was held for it becomes your revenue, less the fee."),
            entry(OPTED_OUT, "The site is opted out. Flattrs of this month on it are gone, and new ones are refused."),
            entry(OPTED_IN, "The site can be flattred again."),
            entry(GIVEN_UP, "The site is no longer yours here."),
            entry(SUBSCRIBED, "You flattr it every month, beginning with this one."),
            entry(PAUSED, "It pauses. No month is flattred or counted until you resume it."),
            entry(RESUMED, "It goes on, this month too if that was not flattred yet."),
            entry(ENDED, "It has ended. This month's flattr stays, unless you take it back."),
            entry(DISCONNECTED, "The button there asks again before it flattrs."),
            entry(OFFERED, "They are asked. From its date on it is theirs, once they have agreed."),
            entry(AGREED, "You have agreed. From its day on, what is flattred there is yours."),
            entry(PAGES_BACK, "It has ended. What was given before stays with whom it was given to."),
            entry(CLAIMED, "It is yours. What was held becomes your revenue, less the fee."),
            entry(REMOVED, "It is removed. Whoever said it is not told."),
            entry(STALE, "That page was of an earlier log-in. Nothing was done: choose it again."),
            entry(APP_ENDED, "The app can do nothing more in your name. What it gave before still counts."));

    private News() {}

    /** The sentence, or null when there is nothing to tell. */
    static String of(String key) {
        return key == null ? null : SENTENCES.get(key);
    }
}
