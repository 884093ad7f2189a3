package org.obolus.client;

import java.net.URI;
import java.util.stream.Stream;

/** What the caller flattrs every month; a thing names its subscription, for there is one at a time. */
public final class Subscriptions {

    private final AsyncSubscriptions later;

    Subscriptions(AsyncSubscriptions later) {
        this.later = later;
    }

    /**
     * Flattrs a thing now and in each following month; one that is there gets the length asked for.
     *
     * <p>Scope {@code flattr}. Problems: {@code no_means}, {@code flattr_owner}, {@code opted_out}, {@code not_found}.
     */
    public Subscription make(ThingId thing, Subscription.Term term) {
        return Line.await(later.make(thing, term));
    }

    /**
     * Flattrs any page now and in each following month; one that is there gets the length asked for.
     *
     * <p>Scope {@code flattr}. Problems: {@code no_means}, {@code flattr_owner}, {@code opted_out}, {@code not_a_thing_url}.
     */
    public Subscription make(URI page, Subscription.Term term) {
        return Line.await(later.make(page, term));
    }

    /**
     * Those that run or are paused, the latest first.
     *
     * <p>Scope {@code flattr} or {@code extendedread}.
     */
    public Stream<Subscription> mine() {
        return Page.stream(() -> later.mine());
    }

    /**
     * Those that are complete or were stopped, the latest first.
     *
     * <p>Scope {@code flattr} or {@code extendedread}.
     */
    public Stream<Subscription> ended() {
        return Page.stream(() -> later.ended());
    }

    /**
     * Skips the months from now on, uncounted, until it is resumed; asking again is harmless.
     *
     * <p>Scope {@code flattr}. Problems: {@code not_found}.
     */
    public Subscription pause(ThingId thing) {
        return Line.await(later.pause(thing));
    }

    /**
     * Goes on after a pause, with this month if that is not flattred yet; asking again is harmless.
     *
     * <p>Scope {@code flattr}. Problems: {@code not_found}.
     */
    public Subscription resume(ThingId thing) {
        return Line.await(later.resume(thing));
    }

    /**
     * Ends it for good; this month's flattr stays until it is taken back.
     *
     * <p>Scope {@code flattr}. Problems: {@code not_found}.
     */
    public void stop(ThingId thing) {
        Line.await(later.stop(thing));
    }
}
