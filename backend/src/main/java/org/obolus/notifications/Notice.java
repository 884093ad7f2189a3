package org.obolus.notifications;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That something waits for somebody, on its way to one channel.
 *
 * @param shown who it is, as people read it
 * @param waiting the held amount, as people read it
 * @param url where they read more and claim it
 * @param person who it is on another platform; null for sites
 */
record Notice(
        String channel,
        long identityId,
        String identity,
        String shown,
        long supporters,
        long waitingMicros,
        String waiting,
        String url,
        Person person) {

    static final String KIND = "notice";

    /**
     * Somebody on another platform.
     *
     * @param platform as identities name it, {@code mastodon:social.example}
     * @param handle null where somebody else was seen under it since
     * @param on what people call the platform
     */
    record Person(String platform, String handle, String on) {

        /** Nothing that mentions or links anybody: people choose what they are called, and others read it as our words. */
        private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}._·-]{0,99}");

        /** A platform makes a link of what looks like a domain. */
        private String named() {
            return plainHandle().filter(name -> name.indexOf('.') < 0).orElse("somebody") + " on " + on;
        }

        Optional<String> plainHandle() {
            return Optional.ofNullable(handle)
                    .filter(name -> PLAIN.matcher(name).matches());
        }
    }

    Notice to(String other) {
        return new Notice(other, identityId, identity, shown, supporters, waitingMicros, waiting, url, person);
    }

    /** Without a word that another platform would take for one of its own people. */
    String named() {
        return person == null ? shown : person.named();
    }

    Optional<Person> whoever() {
        return Optional.ofNullable(person);
    }

    /** @param who the receiver, named or mentioned */
    String words(String who) {
        var people = supporters == 1 ? "1 person has" : supporters + " people have";
        return people + " flattred " + who + ": " + waiting + " is waiting for whoever that is. " + url;
    }
}
