package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be flattred, on one server. */
public final class Things {

    private final AsyncThings later;

    Things(AsyncThings later) {
        this.later = later;
    }

    /**
     * The thing at an address; nothing when nobody has registered or flattred it.
     *
     * <p>No scope. Problems: {@code not_a_thing_url}.
     */
    public Optional<Thing> at(URI url) {
        return Line.await(later.at(url));
    }

    /**
     * One thing; nothing when there is none of this number.
     *
     * <p>No scope.
     */
    public Optional<Thing> byId(ThingId thing) {
        return Line.await(later.byId(thing));
    }

    /**
     * Several things, in their order; those that are not there are left out.
     *
     * <p>No scope.
     */
    public List<Thing> byIds(List<ThingId> things) {
        return Line.await(later.byIds(things));
    }

    /**
     * The caller's things, the newest first.
     *
     * <p>Scope {@code thing} or {@code extendedread}.
     */
    public Stream<Thing> mine() {
        return Page.stream(() -> later.mine());
    }

    /**
     * Registers an address, the same thing however often; what is said about it is taken when it is proven to be the
     * caller's.
     *
     * <p>Scope {@code thing}. Problems: {@code not_a_thing_url}, {@code invalid}, {@code thing_owner}, {@code unreachable}.
     */
    public Registered register(Flattrable thing) {
        return Line.await(later.register(thing));
    }

    /**
     * Registers many addresses, in calls of 500; an outcome for each, in their order. No page is looked at, so what is
     * new belongs to its site. Sent again, it changes nothing.
     *
     * <p>Scope {@code thing}. Problems: in the outcomes, those of {@link #register}.
     */
    public List<Outcome> registerAll(List<Flattrable> things) {
        return Line.await(later.registerAll(things));
    }

    /**
     * Has the server look again whom the page names; anybody may ask.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}, {@code unreachable}.
     */
    public Registered proveAgain(ThingId thing) {
        return Line.await(later.proveAgain(thing));
    }

    /**
     * Changes what is named, and leaves the rest.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}, {@code thing_owner}, {@code invalid}.
     */
    public Thing change(ThingId thing, ThingChange change) {
        return Line.await(later.change(thing, change));
    }

    /**
     * Takes it away from people's eyes; registering it again restores it.
     *
     * <p>Scope {@code thing}. Problems: {@code not_found}, {@code thing_owner}.
     */
    public void delete(ThingId thing) {
        Line.await(later.delete(thing));
    }

    /**
     * The categories that a thing can have.
     *
     * <p>No scope.
     */
    public List<Choice> categories() {
        return Line.await(later.categories());
    }

    /**
     * The languages that a thing can have.
     *
     * <p>No scope.
     */
    public List<Choice> languages() {
        return Line.await(later.languages());
    }
}
