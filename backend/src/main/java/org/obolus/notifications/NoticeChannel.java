package org.obolus.notifications;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** One way of saying in public that something is waiting. */
interface NoticeChannel {

    String name();

    /** Whether an operator has set it up. */
    boolean isOn();

    /** The status of the answer; the same id is the same notice, tried again. */
    Uni<Integer> say(Notice notice, String id);

    /** For how long a notice whose answer did not come may be said once more: longer, and it could be heard twice. */
    default Duration repeatsFor() {
        return SendNotices.GIVE_UP_AFTER;
    }
}
