package org.obolus.client;

import java.net.URI;
import java.time.YearMonth;
import java.util.stream.Stream;

/** Giving and taking back. */
public final class Flattrs {

    private final AsyncFlattrs later;

    Flattrs(AsyncFlattrs later) {
        this.later = later;
    }

    /**
     * Flattrs a thing; it counts when this returns.
     *
     * <p>Scope {@code flattr}. Problems: as {@link #give(ThingId, IdempotencyKey)}.
     */
    public Flattr give(Thing thing) {
        return Line.await(later.give(thing));
    }

    /**
     * Flattrs a thing; it counts when this returns.
     *
     * <p>Scope {@code flattr}. Problems: as {@link #give(ThingId, IdempotencyKey)}.
     */
    public Flattr give(ThingId thing) {
        return Line.await(later.give(thing));
    }

    /**
     * Flattrs any page by its address, registered or not.
     *
     * <p>Scope {@code flattr}. Problems: as {@link #give(URI, IdempotencyKey)}.
     */
    public Flattr give(URI page) {
        return Line.await(later.give(page));
    }

    /**
     * Flattrs a thing under a key that you keep: called again with it, also after a restart, this answers the same.
     *
     * <p>Scope {@code flattr}. Problems: {@code no_means}, {@code flattr_once},
     * {@code flattr_owner}, {@code opted_out}, {@code not_found}.
     */
    public Flattr give(ThingId thing, IdempotencyKey key) {
        return Line.await(later.give(thing, key));
    }

    /**
     * Flattrs any page under a key that you keep: called again with it, also after a restart, this answers the same.
     *
     * <p>Scope {@code flattr}. Problems: {@code no_means}, {@code flattr_once},
     * {@code flattr_owner}, {@code opted_out}, {@code not_found},
     * {@code not_a_thing_url}.
     */
    public Flattr give(URI page, IdempotencyKey key) {
        return Line.await(later.give(page, key));
    }

    /**
     * The caller's flattrs of this month, the latest first.
     *
     * <p>Scope {@code flattr} or {@code extendedread}.
     */
    public Stream<Flattr> mine() {
        return Page.stream(() -> later.mine());
    }

    /**
     * The caller's flattrs of a month, the latest first.
     *
     * <p>Scope {@code flattr} or {@code extendedread}.
     */
    public Stream<Flattr> mine(YearMonth month) {
        return Page.stream(() -> later.mine(month));
    }

    /**
     * Takes back a flattr of the open month.
     *
     * <p>Scope {@code flattr}. Problems: {@code not_flattred}.
     */
    public void takeBack(ThingId thing) {
        Line.await(later.takeBack(thing));
    }
}
