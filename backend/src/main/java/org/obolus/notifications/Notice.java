package org.obolus.notifications;

/**
 * That something waits for somebody, on its way to one channel.
 *
 * @param shown who it is, as people read it
 * @param waiting the held amount, as people read it
 * @param url where they read more and claim it
 */
record Notice(
        String channel,
        long identityId,
        String identity,
        String shown,
        long supporters,
        long waitingMicros,
        String waiting,
        String url) {

    static final String KIND = "notice";

    Notice to(String other) {
        return new Notice(other, identityId, identity, shown, supporters, waitingMicros, waiting, url);
    }

    String words() {
        var people = supporters == 1 ? "1 person has" : supporters + " people have";
        return people + " flattred " + shown + ": " + waiting + " is waiting for whoever that is. " + url;
    }
}
